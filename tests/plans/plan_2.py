"""Plan 2, a county's programme to 2025: one test for each feature that it needs."""
import support

# How many units the printed lists name for the tasks of the body and the rows of annex 2.
BODY_UNITS = {1: 7, 2: 7, 3: 3, 4: 5, 5: 3, 6: 5, 7: 4, 8: 5, 9: 3, 10: 9, 11: 2, 12: 2, 13: 3, 14: 3, 15: 5, 16: 5,
              17: 3, 18: 3, 19: 4, 20: 7, 21: 3, 22: 4}
RESTATES = {2: ["四.1"], 3: ["22"], 4: ["1"], 5: ["2"], 6: ["3"], 7: ["4", "5", "7"], 8: ["6"], 9: ["7"], 10: ["8"],
            11: ["9", "13"], 12: ["10"], 13: ["11", "12", "14"], 14: ["14"], 15: ["16"], 16: ["17"], 17: ["18"],
            18: ["19", "20"], 19: ["21"], 20: ["四.3"], 21: ["四.4"]}


class Plan2(support.PlanTest):
    file = "plan-2-county-programme.json"

    def test_F01_task_decomposition(self):
        # 22 numbered tasks, four safeguards, 21 rows of annex 2: the 47 records of the document
        numbered = [t for t in self.tasks() if t.isdigit()]
        self.assertEqual(numbered, [str(n) for n in range(1, 23)])
        self.assertEqual(self.tasks()["10"]["number"], "三/(三)/10")
        self.assertEqual(self.tasks()["22"]["number"], "三/(七)/22")
        rows = [t for t in self.tasks() if t.startswith("A2.")]
        self.assertEqual([self.tasks()[r]["number"] for r in rows], [f"附件2/{n}" for n in range(1, 22)])
        self.assertEqual(len([t for t in self.tasks() if t.startswith("四.")]), 4)

    def test_F02_unit_responsibility_matrix(self):
        for n, count in BODY_UNITS.items():
            self.assertEqual(len(self.named(str(n))), count)
        self.assertEqual(sum(BODY_UNITS.values()), 95)  # as the document counts
        # the first listed leads
        self.assertEqual(self.named("16")[:3], ["县编办", "县人社局", "县教育局"])
        self.assertEqual(self.tasks()["16"]["unit"], "establishment")
        self.assertEqual(self.units()["edu"]["16"], "assist")

    def test_F03_unit_groups(self):
        self.assertEqual(self.members("townships"), ["township-a", "township-b"])
        expanded = self.answer("units", "--expand", "--unit", "township-a")["units"][0]["tasks"]
        self.assertLessEqual({"2", "19", "20"}, {t["id"] for t in expanded})

    def test_F04_leadership_lead(self):
        # head, deputy and members; the office is in the education bureau
        group = self.members("leading-group")
        self.assertEqual(group[:2], ["group-head", "group-deputy"])
        office = next(u for u in self.written()["units"] if u["id"] == "group-office")
        self.assertEqual(office["parent"], "edu")
        self.assertEqual(self.tasks()["四.2"]["leader"], "组长（县委副书记、县长）")
        self.assertEqual(self.instances("supervision")[0]["leader"], "副组长（副县长）")

    def test_F07_backward_scheduling(self):
        # 31 December 2023 is a Sunday, and Friday the 29th the last working day of that year
        for t in ("4", "5", "16", "17", "target-2023"):
            self.assertLessEqual(self.tasks()[t]["late_finish"], "2023-12-29")
        self.assertEqual(self.tasks()["target-2025"]["late_finish"], "2025-12-31")
        self.assertLess(self.tasks()["16"]["late_finish"], self.tasks()["17"]["late_start"])

    def test_F08_working_day_calendar(self):
        # by the China calendar 2022-10-01 to 07 are off and 8 and 9 October, a weekend, are worked
        report = self.tasks()["demand-report-2024-06"]  # 30 June 2024 is a Sunday
        self.assertEqual(report["late_finish"], "2024-06-28")
        self.assertEqual(self.tasks()["weeks-2023-05"]["late_finish"], "2023-05-22")  # the 20th is a Saturday
        self.assertNotIn("calendar-not-published", self.problem_codes())

    def test_F09_dependencies(self):
        self.assert_waits("17", "16")
        self.assert_waits("9", "8")
        self.assert_waits("19", "2")
        self.assert_waits("14", "13")
        # a filing gate outside the plan
        self.assertEqual(self.tasks()["filing"]["unit"], "city-bureau")
        self.assertGreaterEqual(self.tasks()["filing"]["early_finish"], self.tasks()["A2.1"]["early_finish"])

    def test_F10_recurring_duties(self):
        years = lambda duty: [t["id"].removeprefix(duty + "-") for t in self.instances(duty)]
        self.assertEqual([y for y in years("training") if y.isdigit()], ["2021", "2022", "2023", "2024", "2025"])
        self.assertEqual(years("evaluation"), ["2020", "2025"])  # every five years
        self.assertEqual(years("quality-report"), ["2021", "2022", "2023", "2024", "2025"])
        self.assertEqual(years("demand-report")[:3], ["2021-12", "2022-06", "2022-12"])
        self.assertEqual(years("weeks")[:4], ["2021-05", "2021-10", "2022-05", "2022-10"])
        # instances have a state of their own
        self.assertEqual(self.tasks()["fund-2021"]["early_finish"], "2021-12-10")
        self.assertEqual(self.tasks()["fund-2023"]["late_finish"], "2023-12-29")

    def test_F11_quota_decomposition(self):
        quotas = {q["id"]: q for q in self.answer("goals")["quotas"]}
        self.assertEqual(sum(p["part"] for p in quotas["training"]["parts"]), 8000)
        self.assertEqual(sum(p["part"] for p in quotas["fund"]["parts"]), 2000000)
        parts = {p["to"]: p["part"] for p in quotas["fund"]["parts"]}
        # by hand: 1 of 4.5 is 444,444.4, below its cap; the largest remainder takes the yuan left
        self.assertEqual(parts, {"school": 1333333, "centre-committee": 444445, "edu": 222222})

    def test_F13_ratio_targets(self):
        self.assertAlmostEqual(self.indicator("county", "major-teachers")["value"], 96 / 168)
        self.assertEqual(self.indicator("county", "major-teachers")["target"], 0.6)
        self.assertAlmostEqual(self.indicator("county", "dual")["value"], 41 / 96)
        self.assertEqual(self.indicator("county", "dual")["target"], 0.5)
        self.assertEqual(self.indicator("county", "enrolment")["verdict"], "unmet")

    def test_F14_count_targets_and_ranges(self):
        majors = [self.indicator("county", m)["target"] for m in ("city-majors", "province-majors", "nation-majors")]
        self.assertEqual(majors, [6, 5, 4])
        self.assertEqual([self.indicator("county", i)["target"] for i in ("courses", "moral-staff", "bases", "studio")], [50, 50, 2, 1])
        self.assertEqual(self.indicator("county", "firms")["verdict"], "met")  # 2 of 2 to 3
        self.assertIn("2 to 3 个", self.text("goals"))

    def test_F15_external_standard_targets(self):
        sources = {i["id"]: i.get("source", "") for i in self.written()["indicators"]["indicators"]}
        self.assertIn("国家标准", sources["campus"])
        self.assertIn("1:20", sources["teacher-ratio"])
        self.assertEqual(self.indicator("county", "teacher-ratio")["target"], 0.05)

    def test_F17_goal_conflicts(self):
        notes = self.goal("training")["disagreements"]
        self.assertEqual([n["code"] for n in notes], ["goal-differs"])
        self.assertEqual([s["text"] for s in self.goal("training")["statements"]], ["每年培训8000人次", "每年培训8000多人次"])
        self.assertIn("8000多人次", self.text("check"))
        self.assertEqual(self.goal("bases")["disagreements"], [])  # thrice the same

    def test_F19_unmet_item_rectification(self):
        finding = next(f for f in self.answer("readiness")["findings"] if f["id"] == "P2")
        self.assertEqual(finding["tasks"], ["16", "17"])
        raised = {r["indicator"]: r["to"] for t in self.written()["tasks"] if t["id"] in ("16", "17") for r in t["raises"]}
        self.assertGreaterEqual(raised["major-teachers"], 0.6)
        self.assertGreaterEqual(raised["dual"], 0.5)
        now = self.answer("readiness")["score"]["now"]["exact"]
        self.assertGreater(self.answer("readiness")["score"]["at_goal"]["by_early_dates"]["exact"], now)

    def test_F20_problem_list_and_close_out(self):
        findings = {f["id"]: f for f in self.answer("readiness")["findings"]}
        addressed = {"P1": ["4"], "P2": ["16", "17"], "P3": ["4", "8", "10"], "P4": ["7"], "P5": ["8", "10"], "P6": ["2"]}
        self.assertEqual({f: findings[f]["tasks"] for f in findings}, addressed)
        self.assertEqual(findings["P5"]["state"], "returned")
        self.assertFalse(any(f["closed"] for f in findings.values()))

    def test_F25_accountability_for_lost_points(self):
        card = self.cards()["county"]
        self.assertAlmostEqual(sum(l["points"] for l in card["lost"]["lines"]), 100 - card["score"])
        lost = {}
        for line in card["lost"]["lines"]:
            lost[line["unit"]] = lost.get(line["unit"], 0) + line["points"]
        self.assertGreater(lost["edu"], lost["labour"])
        # a department below the line is summoned (约谈)
        self.assertEqual(self.cards()["industry"]["state"], "约谈、限期整改")
        self.assertIsNone(self.cards()["labour"]["state"])

    def test_F28_early_warning_and_exit_of_majors(self):
        states = {m: self.cards()[m]["state"] for m in ("nursing", "farm-machines", "secretary")}
        self.assertEqual(states, {"nursing": None, "farm-machines": "预警", "secretary": "停止招生"})
        self.assertEqual(self.cards()["secretary"]["state_since"], ["2020", "2021", "2022"])

    def test_F29_assessment_inclusion(self):
        self.assertEqual([self.cards()[u]["score"] for u in ("edu", "labour", "industry")], [88, 84.5, 73])
        self.assertEqual([t["id"] for t in self.instances("unit-assessment")],
                         [f"unit-assessment-{y}" for y in (2022, 2023, 2024, 2025)])

    def test_F30_reports(self):
        # the yearly quality report and the regular report on demand are delivered as evidence
        pieces = {e["id"]: e for e in self.answer("readiness")["evidence"]}
        self.assertTrue(all(t.startswith("quality-report-") for t in pieces["quality"]["tasks"]))
        self.assertEqual(len(self.instances("demand-report")), 9)

    def test_F31_traceability(self):
        rows = {r["row"]: r for r in self.answer("goals")["restatements"]}
        self.assertEqual({r: rows[r]["tasks"] for r in rows}, {f"A2.{n}": t for n, t in RESTATES.items()})
        self.assertEqual(rows["A2.5"]["only_in_row"], ["finance", "reform"])
        self.assertEqual(rows["A2.5"]["only_in_tasks"], ["industry"])
        # counted once: no unit owes a row, and no row holds its tasks back
        for tasks in self.units().values():
            self.assertFalse([t for t in tasks if t in rows])
        for row, r in rows.items():
            for t in r["tasks"]:
                self.assertLessEqual(self.tasks()[t]["early_finish"], self.tasks()[row]["early_finish"])
        self.assertEqual(self.tasks()["1"]["late_finish"], "2025-12-31")

    def test_lights(self):
        # in summer 2022 all is in time; at the end of 2023 the school buildings (330 working days
        # left, due by then) make their section red, and the reforms without a date do not
        for section in ("programme", "三/(一)", "三/(二)", "四"):
            self.assertEqual(self.light(section)[0], "green")
        self.assertEqual(self.light("10")[0], "blue")
        self.assertEqual(self.light("三/(二)", "2023-12-01"), ("red", "4"))
        self.assertEqual(self.light("programme", "2023-12-01")[0], "red")
        self.assertEqual(self.light("三/(四)", "2023-12-01")[0], "green")
        self.assertEqual(self.written().get("inspections", []), [])  # two milestones stand for them
        self.assertEqual(self.light("target-2023", "2023-12-01")[0], "red")

    def test_progress_is_said_to_be_made_up(self):
        self.assert_made_up_progress()


if __name__ == "__main__":
    support.main()
