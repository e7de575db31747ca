"""Plan 1, a province's year of 23 items: one test for each feature that it needs."""
import support


class Plan1(support.PlanTest):
    file = "plan-1-provincial-year.json"

    def test_F01_task_decomposition(self):
        # eight sections; numbers run on from 1 to 23, though the tenth is misprinted
        sections = ["一", "二", "三", "四", "五", "六", "七", "八"]
        self.assertEqual([t for t in self.tasks() if t in sections], sections)
        where = {"一": (1, 3), "二": (4, 4), "三": (5, 6), "四": (7, 9), "五": (10, 12), "六": (13, 15), "七": (16, 21), "八": (22, 23)}
        for section, (first, last) in where.items():
            for n in range(first, last + 1):
                self.assertEqual(self.tasks()[str(n)]["number"], f"{section}/{n}")

    def test_F03_unit_groups(self):
        # 省辖市 is an open group: its members share what it is named for
        self.assertEqual(self.members("cities"), ["city-a", "city-b", "city-c", "city-d"])
        expanded = self.answer("units", "--expand", "--unit", "city-b")["units"][0]["tasks"]
        self.assertEqual({t["id"]: t["part"] for t in expanded}["6"], "assist")
        self.assertNotIn("6", self.units().get("city-b", {}))

    def test_F05_implied_subject(self):
        # no unit is printed but in item 7: the issuing body leads every item
        for n in range(1, 24):
            if str(n) == "18":
                continue
            self.assertEqual(self.tasks()[str(n)]["unit"], "edu")
        self.assertEqual(self.named("7"), ["省教育厅", "省发改委", "财政厅"])

    def test_F09_dependencies(self):
        for before, after in (("1", "2"), ("5", "6"), ("16", "17"), ("18-1", "18-2")):
            self.assert_waits(after, before)
        # an approval gate from outside: item 8 waits for the government
        self.assertEqual(self.tasks()["approval"]["unit"], "province")
        self.assert_waits("8", "approval")
        self.assertEqual(self.tasks()["8"]["early_driver"], {"by": "task", "id": "approval"})
        self.assertGreaterEqual(self.tasks()["14"]["early_start"], self.tasks()["13"]["early_start"])

    def test_F11_quota_decomposition(self):
        quota = self.answer("goals")["quotas"][0]
        parts = {p["to"]: p["part"] for p in quota["parts"]}
        self.assertEqual(quota["total"], 650000)
        self.assertEqual(sum(parts.values()), 650000)
        # by hand: the third is held at its floor of 120,000; 530,000 are left for weights
        # 312.7 : 268.4 : 97.3, exact shares 244,297.22..., 209,687.00..., 76,015.77...
        self.assertEqual(parts, {"city-a": 244297, "city-b": 209687, "city-c": 120000, "city-d": 76016})

    def test_F13_ratio_targets(self):
        ratio = self.indicator("province", "ratio")
        self.assertAlmostEqual(ratio["value"], 1730000 / 2010000)
        self.assertEqual(ratio["verdict"], "unmet")
        self.assertEqual(self.goal("ratio")["statements"][0]["text"], "1∶1")

    def test_F14_count_targets(self):
        for name, target in (("pilots", 6), ("groups", 6), ("contest", 8)):
            self.assertEqual(self.indicator("province", name)["target"], target)
        self.assertEqual(self.indicator("province", "enrolment")["target"], 650000)

    def test_F18_indicator_self_assessment(self):
        card = self.cards()["province"]
        gaps = {i["indicator"]: i["target"] - i["value"] for i in card["indicators"] if i.get("target") and i["verdict"] == "unmet"}
        self.assertEqual((gaps["pilots"], gaps["groups"], gaps["enrolment"]), (3, 4, 364000))
        self.assertEqual({l["unit"] for l in card["lost"]["lines"]}, {"edu"})

    def test_F24_post_inspection(self):
        # what the re-check finds is published after the visits, and within the year
        result = self.tasks()["14-result"]
        self.assertGreater(result["early_start"], "2023-11-20")
        self.assertEqual(result["early_driver"]["id"], "14" if result["early_driver"]["by"] == "task" else "recheck-visit")
        self.assertLessEqual(result["late_finish"], "2023-12-29")
        self.assertEqual(len(next(i for i in self.answer("schedule")["inspections"] if i["id"] == "recheck-visit")["steps"]), 5)

    def test_F27_recognition_and_revocation(self):
        # two years below the line lose the title, one is criticised; the province itself has none
        states = {name: card["state"] for name, card in self.cards().items()}
        self.assertEqual(states, {"province": None, "county-a": "表彰推广", "county-b": "通报批评",
                                  "county-c": "取消称号", "county-d": "保留"})
        self.assertEqual(self.cards()["county-c"]["state_since"], ["2022", "2023"])
        self.assertEqual(self.goal("batch")["statements"][0]["text"], "第四批")

    def test_lights(self):
        # enrolment has ninety working days left and only 83 until the inspectors come
        self.assertEqual(self.light("special"), ("red", "10"))
        self.assertEqual((self.light("五"), self.light("year")), (("red", "10"), ("red", "10")))
        for section in "一二三四六七八":
            self.assertEqual(self.light(section)[0], "green")
        self.assertEqual(self.light("recheck-visit")[0], "green")
        self.assertEqual(self.light("1")[0], "blue")
        self.assertEqual(self.light("recheck-visit", "2023-12-01"), ("red", "13"))

    def test_progress_is_said_to_be_made_up(self):
        self.assert_made_up_progress()


if __name__ == "__main__":
    support.main()
