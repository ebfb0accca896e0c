{ outputs = { self }: 1; }
