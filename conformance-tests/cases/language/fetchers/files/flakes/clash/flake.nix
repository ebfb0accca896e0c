{ outputs = { self }: { outPath = "z"; inputs = 1; _type = "y"; rev = 5; }; }
