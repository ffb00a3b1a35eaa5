create extension if not exists vector;
create extension if not exists pg_trgm;
do $$ begin
  if not exists (select from pg_roles where rolname = 'outrider_app') then
    create role outrider_app nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
  if not exists (select from pg_roles where rolname = 'outrider_system') then
    create role outrider_system nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  -- A login that is no superuser must be a member of both roles to take them on for a transaction.
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant outrider_app, outrider_system to %I', current_user);
  end if;
end $$;
