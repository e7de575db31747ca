"""Plan 3, a city's year of 24 items: one test for each feature that it needs."""
import support

COUNTIES = ["jinxian", "anyi", "qingshanhu", "xinjian"]


class Plan3(support.PlanTest):
    file = "plan-3-city-year.json"

    def test_F01_task_decomposition(self):
        where = {"一": (1, 3), "二": (4, 8), "三": (9, 12), "四": (13, 16), "五": (17, 21), "六": (22, 24)}
        for section, (first, last) in where.items():
            for n in range(first, last + 1):
                self.assertEqual(self.tasks()[str(n)]["number"], f"{section}/{n}")

    def test_F03_unit_groups(self):
        # one instance for each of the four counties that item 11 names
        self.assertEqual([self.tasks()[f"11-{c}"]["unit"] for c in COUNTIES], COUNTIES)
        self.assertEqual(self.members("counties"), COUNTIES)
        expanded = self.answer("units", "--expand", "--unit", "anyi")["units"][0]["tasks"]
        self.assertLessEqual({"11-anyi", "4"}, {t["id"] for t in expanded})

    def test_F05_implied_subject(self):
        # no item prints a unit: the issuing bureau leads all 24
        leads = {t["id"]: t["lead"] for t in self.written()["tasks"] if t["id"].isdigit()}
        self.assertEqual(leads, {str(n): "edu" for n in range(1, 25)})

    def test_F08_working_day_calendar(self):
        # 5 October 2019 lies in the national holidays, 1 to 7 October: the report is due before them,
        # on 30 September; 5 May 2019 is a Sunday that is worked
        self.assertEqual(self.tasks()["4-report-2019-10"]["late_finish"], "2019-09-30")
        self.assertEqual(self.tasks()["4-report-2019-11"]["late_finish"], "2019-11-05")
        written = next(t for t in self.written()["tasks"] if t["id"] == "4-report")
        self.assertEqual(written["repeat"]["instances"][1]["finished"], "2019-04-30")
        # two years from 7 March 2019 end on a Sunday
        for c in COUNTIES:
            self.assertLessEqual(self.tasks()[f"11-{c}"]["late_finish"], "2021-03-05")

    def test_F10_recurring_duties(self):
        reports = [t["id"] for t in self.instances("4-report")]
        self.assertEqual(reports, [f"4-report-2019-{m:02}" for m in range(4, 13)])
        self.assertEqual(self.tasks()["4-report-2019-04"]["name"], "招生月报告（首次）")  # the first cycle differs
        self.assertEqual(self.tasks()["4-report-2019-04"]["early_finish"], "2019-04-12")
        self.assertEqual([t["id"] for t in self.instances("1-meeting")], ["1-meeting-2019-04", "1-meeting-2019-07", "1-meeting-2019-10"])

    def test_F13_ratio_targets(self):
        enrolment = self.indicator("jinxian", "enrolment")
        self.assertAlmostEqual(enrolment["value"], 4100 / 4300)
        self.assertEqual(self.indicator("qingshanhu", "enrolment")["score"], 30)  # more than parity is full marks
        self.assertLess(self.indicator("anyi", "enrolment")["score"], 30)

    def test_F14_count_targets_and_ranges(self):
        for c in COUNTIES:  # each county one school
            self.assertEqual(self.indicator(c, "standard-school")["target"], 1)
        self.assertEqual(self.indicator("city", "high-level")["verdict"], "met")  # two schools, approved
        self.assertEqual(self.indicator("city", "alliances")["verdict"], "unmet")  # one of two to three
        self.assertIn("2 to 3 个", self.text("goals"))

    def test_F15_external_standard_targets(self):
        grant = next(i for i in self.written()["indicators"]["indicators"] if i["id"] == "grant")
        self.assertIn("省定标准", grant["source"])
        self.assertEqual({c: self.indicator(c, "grant")["verdict"] for c in COUNTIES},
                         {"jinxian": "met", "anyi": "unmet", "qingshanhu": "met", "xinjian": "unmet"})

    def test_F16_qualitative_targets(self):
        # 力争突破 needs a person's verdict: a label, not a number
        self.assertEqual([self.indicator(c, "contest")["score"] for c in COUNTIES], [6, 0, 10, 6])
        self.assertEqual(self.goal("contest")["statements"], [{"text": "力争国赛成绩突破", "where": "五/18"}])

    def test_F26_ranking(self):
        scores = {c: self.cards()[c]["score"] for c in COUNTIES}
        ranks = {c: self.cards()[c]["rank_in_group"] for c in COUNTIES}
        self.assertEqual(sorted(COUNTIES, key=lambda c: -scores[c]), sorted(COUNTIES, key=lambda c: ranks[c]))
        self.assertEqual(ranks["qingshanhu"], 1)
        self.assertEqual(ranks["anyi"], 4)

    def test_F28_early_warning_and_exit_of_majors(self):
        # below 60 once: warned; twice running: fewer places; three times: no more pupils
        states = {m: self.cards()[m]["state"] for m in ("nursing", "auto", "accounting", "garment")}
        self.assertEqual(states, {"nursing": None, "auto": "预警", "accounting": "调减招生计划", "garment": "停止招生"})
        self.assertTrue(all(self.cards()[c]["state"] is None for c in COUNTIES))

    def test_F29_assessment_inclusion(self):
        # five points of the county government's yearly assessment come from this plan, in proportion
        self.assertAlmostEqual(self.cards()["government-jinxian"]["exact"], 5 * 70.6 / 100)
        self.assertGreater(self.tasks()["6-assessment-2020"]["early_start"], self.tasks()["6"]["early_finish"])

    def test_F30_reports(self):
        self.assertEqual(len(self.instances("4-bulletin")), 8)
        self.assertEqual([t["id"] for t in self.instances("8-report")], ["8-report-2019"])
        pieces = {e["id"]: e for e in self.answer("readiness")["evidence"]}
        self.assertIn("8-report-2019", pieces["annual-report"]["tasks"])
        # every county and school is to be covered
        self.assertEqual(self.goal("coverage")["statements"][0]["value"], "100")

    def test_lights(self):
        # item 23 must begin by 24 June, five working days from its own day
        self.assertEqual((self.light("六"), self.light("year")), (("yellow", "23"), ("yellow", "23")))
        self.assertEqual((self.light("一")[0], self.light("visits")[0], self.light("16")[0]), ("green", "green", "blue"))
        # nothing more done by 8 October: item 20 has sixty days left, six days before the visitors come
        self.assertEqual(self.light("visits", "2019-10-08"), ("red", "20"))
        self.assertEqual(self.light("五", "2019-10-08")[0], "red")
        self.assertEqual(self.light("11", "2019-10-08")[0], "green")  # they have until 2021

    def test_progress_is_said_to_be_made_up(self):
        self.assert_made_up_progress()


if __name__ == "__main__":
    support.main()
