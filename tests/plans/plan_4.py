"""Plan 4, a city's five-year transition: one test for each feature that it needs."""
import support

UNITS = {1: 2, 2: 4, 3: 3, 4: 3, 5: 3, 6: 6, 7: 3, 8: 4, 9: 2, 10: 2}
LEADERS = {"甲": [1, 6, 7], "乙": [2, 3, 4], "丙": [5], "丁": [8, 9, 10]}


class Plan4(support.PlanTest):
    file = "plan-4-city-transition.json"

    def test_F01_task_decomposition(self):
        where = {"一": (1, 3), "二": (4, 7), "三": (8, 10)}
        for section, (first, last) in where.items():
            for n in range(first, last + 1):
                self.assertEqual(self.tasks()[str(n)]["number"], f"二/({section})/{n}")
        self.assertEqual([self.tasks()[f"三.{n}"]["number"] for n in (1, 2, 3, 4)],
                         ["三/(一)", "三/(二)", "三/(三)", "三/(四)"])

    def test_F02_unit_responsibility_matrix(self):
        for n, count in UNITS.items():
            self.assertEqual(len(self.named(str(n))), count)
        self.assertEqual(sum(UNITS.values()), 32)  # as the document counts
        self.assertEqual(self.named("6"), ["局基础教育科", "局职成教科", "局计划财务科", "市教育科学研究院", "市教育技术装备办公室", "各县市区教育局"])
        self.assertEqual(self.units()["planning"]["3"], "lead")
        self.assertEqual(self.units()["planning"]["5"], "assist")

    def test_F03_unit_groups(self):
        # two spellings of one group; one case for each county below
        self.assertEqual(self.members("county-bureaux"), ["county-a", "county-b", "county-c"])
        expanded = self.answer("units", "--expand", "--unit", "county-c")["units"][0]["tasks"]
        self.assertLessEqual({"case-3", "3", "10"}, {t["id"] for t in expanded})

    def test_F04_leadership_lead(self):
        # four leaders by role: three, three, one and three tasks
        for leader, tasks in LEADERS.items():
            for n in tasks:
                self.assertEqual(self.tasks()[str(n)]["leader"], f"分管局领导{leader}")
        self.assertEqual(self.tasks()["三.1"]["leader"], "局主要负责人")  # the first leader answers for all

    def test_F14_count_targets(self):
        self.assertEqual(self.indicator("city", "kindergartens")["target"], 20)  # one for each town, of which 20 are made up
        self.assertEqual(self.indicator("city", "kindergartens")["score"], 17)
        self.assertEqual(self.indicator("city", "vocational-school")["verdict"], "met")
        self.assertEqual(self.goal("kindergartens")["statements"][0]["unit"], "所/乡镇街道")

    def test_F16_qualitative_targets(self):
        # 稳步提高 and 提升 have no figure: the share is watched, a person says whether it rose
        for share, verdict, points in (("canteens", "canteens-verdict", 10), ("affordable", "affordable-verdict", 5)):
            self.assertEqual(self.indicator("city", verdict)["score"], points)
            self.assertNotIn("value", self.goal(share)["statements"][0])
            self.assertIn(self.indicator("city", share)["full"], (0, None))

    def test_F21_evidence_archive(self):
        pieces = {e["name"]: e for e in self.answer("readiness")["evidence"]}
        for name in ("失学辍学学生台账", "低收入家庭毕业生就业帮扶工作台账", "一人一档", "一人一策"):
            self.assertIn(name, pieces)
        self.assertEqual(pieces["一人一档"]["state"], "there")
        self.assertEqual(pieces["失学辍学学生台账"]["proves"], ["drop-outs"])

    def test_F22_ledgers(self):
        # the ledger is cleared month by month, with one file for each case
        self.assertEqual([t["id"] for t in self.instances("ledger")], [f"ledger-2023-{m:02}" for m in range(1, 13)])
        self.assertEqual(self.tasks()["ledger-2023-04"]["late_finish"], "2023-04-28")  # the 30th is a Sunday
        cases = {f["id"]: f for f in self.answer("readiness")["findings"]}
        self.assertEqual({c: cases[c]["closed"] for c in cases}, {"ledger-1": True, "ledger-2": False, "ledger-3": False})
        self.assertEqual(self.indicator("city", "drop-outs")["value"], 2)  # as many as are open
        for n in "123":
            self.assertIn(f"file-{n}", [e["id"] for e in self.answer("readiness")["evidence"]])

    def test_F29_assessment_inclusion(self):
        self.assertEqual([self.cards()[f"county-{c}"]["score"] for c in "abc"], [92, 78.5, 83])
        self.assertEqual([t["id"] for t in self.instances("三.3")], [f"三.3-{y}" for y in range(2021, 2026)])

    def test_lights(self):
        # all in time on its own day; on 29 May the ledger of April was never closed, and case 3 should
        # have been begun ten days before the end of May
        for section in ("transition", "二/(一)", "二/(二)", "二/(三)", "三"):
            self.assertEqual(self.light(section)[0], "green")
        self.assertEqual(self.light("case-1")[0], "blue")
        self.assertEqual(self.light("二/(一)", "2023-05-29"), ("red", "ledger-2023-04"))
        self.assertEqual(self.light("case-3", "2023-05-29")[0], "red")
        self.assertEqual(self.light("二/(二)", "2023-05-29")[0], "green")
        self.assertEqual(self.written().get("inspections", []), [])  # none is printed

    def test_progress_is_said_to_be_made_up(self):
        self.assert_made_up_progress()


if __name__ == "__main__":
    support.main()
