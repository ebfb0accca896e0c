{
  description = "Without inputs";
  outputs = { self }: { x = 1; y = self.x + 1; out = self.outPath; me = self; };
}
