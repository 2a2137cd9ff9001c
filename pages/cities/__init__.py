"""地市比较 (cities): which responsible units differ beyond chance."""
