{ x = undefined; }
