-- Locks have names, and those that are about something say what: whoever takes the same waits for its turn. Held until the transaction ends. What is waited for
-- stands in one list: the README, "Locks".
create function r2p.lock_alone(name text, about text default '') returns void language sql volatile
return pg_advisory_xact_lock(hashtextextended(name || ' ' || about, 7252));

-- Whoever takes it so waits for those who take it alone, and they for them.
create function r2p.lock_shared(name text, about text default '') returns void language sql volatile
return pg_advisory_xact_lock_shared(hashtextextended(name || ' ' || about, 7252));

revoke all on function r2p.lock_alone(text, text), r2p.lock_shared(text, text) from public;
grant execute on function r2p.lock_alone(text, text), r2p.lock_shared(text, text) to r2p_service;
