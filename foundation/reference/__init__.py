"""What every room calls by the same name: code lists, cities, counties, zones, the tile grid."""

from foundation.reference.code import Code, CodeList
from foundation.reference.codes import CODE_LISTS, code_list
from foundation.reference.folding import fold

__all__ = ["CODE_LISTS", "Code", "CodeList", "code_list", "fold"]
