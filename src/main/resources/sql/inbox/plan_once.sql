-- Until the end of the transaction statements run as they were planned once, whatever is asked.
select set_config('plan_cache_mode', 'force_generic_plan', true)
