-- A purchase order's number stood with the payment and with the order. The order's is the one (decision record 0013); where both
-- were given and differ, the payment's wins: it is what the customer pays by.
update orders set po_number = payment ->> 'poNumber'
where payment ->> 'method' = 'purchase_order' and coalesce(payment ->> 'poNumber', '') <> '' and po_number <> payment ->> 'poNumber';
update orders set payment = payment - 'poNumber' where payment ? 'poNumber';
