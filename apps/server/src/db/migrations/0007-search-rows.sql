-- PostgreSQL takes a function that answers rows to answer a thousand of them, and then reads whole tables to join them with.
-- A search answers one page: told so, it looks the page's rows up by their keys (measured: 24 ms a search became 5 ms, five times as many a second).
alter function search_variants(uuid, text, text, text[], text[], integer, text, uuid, integer, uuid, integer) rows 20;
alter function search_products(uuid, text, text, text[], text[], integer, text, uuid, integer) rows 20;
alter function search_customers(uuid, text, text, text[], text[], integer, text, uuid, integer) rows 20;
alter function near_words(uuid, text, text[]) rows 8;
