"""Contacts are masked whatever they look like."""

import pandas as pd
import pytest

from data_ingest.sheets import CONTACT_MASKS
from foundation.access.masking import mask_contacts, mask_email, mask_im, mask_phone

CASES = """
mask       | cell                     | shown
mask_phone | 13812342047              | 138****2047
mask_phone | 138-1234-2047            | 138****2047
mask_phone | +86 13812342047          | 138****2047
mask_phone | 13812342047、13900001111 | 138****2047、139****1111
mask_phone | 027-87654321             | ****21
mask_phone | 110                      | ****
mask_email | zhangsan@example.com     | z****@example.com
mask_email | z@example.com            | ****
mask_email | no mail                  | ****
mask_im    | 2047138866               | 20****6
mask_im    | 13812342047              | 138****2047
mask_im    | 1234567@qq.com           | 1****@qq.com
mask_im    | abc                      | ****
"""
MASKS = {"mask_phone": mask_phone, "mask_email": mask_email, "mask_im": mask_im}


@pytest.mark.parametrize("line", CASES.strip().splitlines()[1:])
def test_masks(line):
    mask, cell, shown = (part.strip() for part in line.split("|"))
    assert MASKS[mask](cell) == shown


@pytest.mark.parametrize("line", CASES.strip().splitlines()[1:])
def test_a_masked_contact_stays_as_it_is_under_every_mask(line):
    shown = line.split("|")[2].strip()
    assert [mask(shown) for mask in MASKS.values()] == [shown] * 3


def test_four_stars_do_not_hide_a_number_from_its_mask():
    assert mask_phone("****13812342047") == "138****2047"


def test_nothing_stays_nothing():
    assert [mask(None) for mask in MASKS.values()] == [None] * 3


def test_a_frame_is_masked_in_every_contact_column_and_the_original_untouched():
    frame = pd.DataFrame(
        {
            "name": ["模拟甲"],
            "phone": ["13812342047"],
            "contact_phone": [None],
            "email": ["ab@x.cn"],
            "im_account": ["2047138866"],
        }
    )
    masked = mask_contacts(frame, CONTACT_MASKS)
    assert masked.iloc[0].tolist() == ["模拟甲", "138****2047", None, "a****@x.cn", "20****6"]
    assert frame.loc[0, "phone"] == "13812342047"
