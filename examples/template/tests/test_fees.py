import unittest
from datetime import datetime

import berth

ARRIVES = datetime(2026, 5, 17, 10, 0)


class FeeTest(unittest.TestCase):
    def setUp(self):
        self.tariff = berth.load()

    def cents(self, length_m, leaves):
        return berth.fee(self.tariff, length_m, ARRIVES, leaves)

    def test_a_stay_of_a_day_is_one_day(self):
        self.assertEqual(self.cents(12, datetime(2026, 5, 18, 10, 0)), 2400)

    def test_a_short_stop_is_charged_as_a_day(self):
        self.assertEqual(self.cents(12, datetime(2026, 5, 17, 10, 30)), 2400)

    def test_a_day_that_was_begun_is_charged(self):
        self.assertEqual(self.cents(12, datetime(2026, 5, 19, 10, 1)), 3 * 2400)

    def test_the_rate_follows_the_length(self):
        self.assertEqual(self.cents(6, datetime(2026, 5, 18, 9, 0)), 900)
        self.assertEqual(self.cents(7, datetime(2026, 5, 18, 9, 0)), 2400)

    def test_no_ship_leaves_before_it_arrives(self):
        with self.assertRaises(ValueError):
            self.cents(12, datetime(2026, 5, 16, 10, 0))


if __name__ == "__main__":
    unittest.main()
