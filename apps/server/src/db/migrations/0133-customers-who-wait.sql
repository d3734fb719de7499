-- Who registered on the site and waits to be let in: staff find them in the listing of customers.
create index customer_logins_waiting on customer_logins (account_id, customer_id) where approved_at is null;
