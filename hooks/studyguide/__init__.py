"""The study guide's own code: facts in, checked values and HTML out. Nothing in here imports MkDocs."""
