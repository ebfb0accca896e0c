"on the path"
