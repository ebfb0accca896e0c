{ inputs = { self.submodules = true; }; nixConfig = { }; outputs = { self, ... }: { a = 1; }; }
