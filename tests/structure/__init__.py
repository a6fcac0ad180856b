"""The rules that hold the house: what may be how large, who may know whom, what is written where."""
