package test.reuse_raising

decisions := 1 if input.provider.name == "raises"

decisions := 2 if input.provider.name in {"raises", "odd"}
