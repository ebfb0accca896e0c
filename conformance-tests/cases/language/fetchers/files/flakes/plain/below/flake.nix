{ outputs = all: { names = builtins.attrNames all; folder = all.self.outPath; }; }
