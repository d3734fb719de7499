-- Attempts at signing in, counted in the database because several processes may serve one installation. Unlogged: after a
-- crash the counting begins anew, which harms nobody. Belongs to the installation, as staff do, not to an account.
create unlogged table sign_in_attempts (
  key text primary key,
  attempts integer not null,
  resets_at timestamptz not null
);
create index sign_in_attempts_resets on sign_in_attempts (resets_at);
