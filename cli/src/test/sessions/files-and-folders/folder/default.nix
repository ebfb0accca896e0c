"the reference's name"
