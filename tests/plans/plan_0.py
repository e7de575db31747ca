"""Plan 0, the re-inspection of a district: one test for each feature that it needs."""
import support


class Plan0(support.PlanTest):
    file = "plan-0-reinspection.json"

    def readiness(self):
        return self.answer("readiness")

    def test_F01_task_decomposition(self):
        # seven duties, nine items of three phases, three safeguards with four demands; the number
        # restarts in each phase
        numbers = {t["id"]: t["number"] for t in self.tasks().values() if "number" in t}
        for i in range(1, 8):
            self.assertTrue(numbers[f"D{i}"].startswith("二/"))
        for phase, name in (("1", "第一阶段"), ("2", "第二阶段"), ("3", "第三阶段")):
            for item in "123":
                self.assertEqual(numbers[f"P{phase}.{item}"], f"三/{name}/（{item}）")
        self.assertEqual([numbers[s] for s in ("S1", "S2", "S2a", "S2b", "S2c", "S2d", "S3")],
                         ["四/1", "四/2", "四/2/一要", "四/2/二要", "四/2/三要", "四/2/四要", "四/3"])

    def test_F02_unit_responsibility_matrix(self):
        # the bureau leads D7 for the ten offices that are printed and the rest of the members
        self.assertEqual(self.named("D7")[0], "区教育局")
        self.assertEqual(len(self.named("D7")), 12)
        self.assertEqual(self.named("P2.1"), ["区教育局", "职业学校（开放大学、社区学院、行业学校等）",
                                              "各镇（街道）社区教育中心", "区各相关办局等成员单位"])
        self.assertEqual(self.units()["edu"]["P2.1"], "lead")
        self.assertEqual(self.units()["centres"]["P2.1"], "assist")
        self.assertNotIn("P2.2", self.units()["edu"])

    def test_F03_unit_groups(self):
        # one instance for each town; expanded, a town has what its group is named for
        towns = self.members("towns")
        self.assertEqual([self.tasks()[f"D6-{t[-1]}"]["unit"] for t in towns], towns)
        expanded = self.answer("units", "--expand", "--unit", "town-a")["units"][0]["tasks"]
        self.assertLessEqual({"D6-a", "P1.1", "P1.3", "P3.1"}, {t["id"] for t in expanded})
        self.assertNotIn("D6-b", {t["id"] for t in expanded})

    def test_F06_phase_deadlines(self):
        # 20 July 2025 is a Sunday: what ends by then ends on Friday the 18th
        for t in ("P1.1", "P1.2", "P1.3"):
            self.assertLessEqual(self.tasks()[t]["late_finish"], "2025-07-18")
        for t in ("P2.1", "P2.2", "P2.3"):
            self.assertLessEqual(self.tasks()[t]["late_finish"], "2025-07-30")
        self.assertEqual(self.tasks()["P3.3"]["late_finish"], "2025-09-30")
        self.assertIn("deadline-on-day-off", self.problem_codes())

    def test_F07_backward_scheduling(self):
        # the window is 1 August to 30 September: 23 working days of July, 44 to spare on its last day
        moe = self.answer("schedule")["inspections"][0]
        self.assertEqual((moe["date"], moe["last_date"]), ("2025-08-01", "2025-09-30"))
        self.assertEqual(moe["float_to_last_day"] - moe["float"], 43)
        self.assertEqual(self.tasks()["P3.1"]["late_finish"], "2025-07-31")
        late = self.answer("schedule", "--today", "2025-07-14")["inspections"][0]
        self.assertLess(late["float"], 0)
        codes = [p["code"] for p in self.answer("schedule", "--today", "2025-07-14")["problems"]]
        self.assertIn("cannot-be-met", codes)

    def test_F08_working_day_calendar(self):
        # July 2025 has 23 working days and no holiday; 28 September is a Sunday that is worked
        self.assertEqual(self.readiness()["inspections"][0]["working_days_left"], 23)
        self.assertEqual((self.tasks()["P1.1"]["early_start"], self.tasks()["P1.1"]["early_finish"]),
                         ("2025-07-01", "2025-07-14"))
        back = self.tasks()["P3.3"]  # fifteen working days up to 30 September
        self.assertEqual((back["late_start"], back["late_finish"]), ("2025-09-11", "2025-09-30"))

    def test_F09_dependencies(self):
        for before, after in (("P1.1", "P2.1"), ("P2.1", "P3.1"), ("P1.3", "P2.1"), ("P2.2", "P3.2"),
                              ("P2.3", "P3.2"), ("phase-1", "P2.1"), ("phase-2", "P3.1")):
            self.assert_waits(after, before)
        for town in ("D6-a", "D6-b", "D6-c"):  # all towns' material is gathered
            self.assert_waits("P3.1", town)
        self.assertGreater(self.tasks()["P3.3"]["early_start"], "2025-08-01")
        self.assertEqual(self.tasks()["P3.3"]["early_driver"], {"by": "inspection", "id": "moe", "date": "2025-08-01"})

    def test_F12_thresholds_per_capita(self):
        # 4 yuan a resident of the district, 1 yuan of the towns; payer and base are kept
        district, towns = self.indicator("", "a1"), self.indicator("", "a2")
        self.assertEqual((district["value"], district["target"], district["verdict"]), (3.2, 4, "unmet"))
        self.assertEqual((towns["value"], towns["target"], towns["verdict"]), (0.8, 1, "unmet"))
        payers = {l["indicator"]: l["unit"] for l in self.cards()[""]["lost"]["lines"]}
        self.assertEqual((payers["a1"], payers["a2"]), ("finance", "towns"))
        parts = {o["indicator"]: o.get("parts") for o in self.written()["observations"]}
        self.assertEqual(parts["a1"]["fund"] / parts["a1"]["residents"], 3.2)

    def test_F18_indicator_self_assessment(self):
        card = self.cards()[""]
        self.assertAlmostEqual(sum(i["score"] for i in card["indicators"]), card["exact"])
        unmet = {i["indicator"] for i in card["indicators"] if i["verdict"] == "unmet"}
        self.assertLessEqual({"a1", "a2"}, unmet)
        self.assertNotIn("a3", unmet)

    def test_F19_unmet_item_rectification(self):
        # finding -> task -> evidence -> score: the fund is short, P1.3 mends it, vouchers prove it
        finding = next(f for f in self.readiness()["findings"] if f["id"] == "fund")
        self.assertEqual((finding["tasks"], finding["closed"]), (["P1.3"], False))
        self.assertEqual(finding["expected"], self.tasks()["P1.3"]["early_finish"])
        vouchers = next(e for e in self.readiness()["evidence"] if e["id"] == "vouchers")
        self.assertIn("a1", vouchers["proves"])
        gain = next(t for t in self.readiness()["priorities"]["tasks"] if t["task"] == "P1.3")["gain"]
        self.assertAlmostEqual(gain, 11)  # ten points of a1 and one of a2

    def test_F21_evidence_archive(self):
        pieces = {e["name"]: e for e in self.readiness()["evidence"]}
        for name in ("台账资料", "档案指标说明", "展板和画册", "必备佐证材料", "专题片", "汇报稿", "材料盒",
                     "现场考察路线", "迎评手册", "成果集", "各部门政策性文件与成效评估材料", "镇（街道）成人教育工作汇报材料"):
            self.assertIn(name, pieces)
        self.assertEqual(pieces["档案指标说明"]["tasks"], ["P2.1"])
        self.assertEqual(pieces["展板和画册"]["supplier"], "schools")
        by_unit = {u["unit"]: u for u in self.readiness()["completeness"]["by_unit"]}
        self.assertEqual((by_unit["towns"]["there"], by_unit["towns"]["needed"]), (0, 2))

    def test_F22_ledgers(self):
        # the ledgers are begun in phase 1 and continued in phase 2: one piece, two tasks
        ledgers = next(e for e in self.readiness()["evidence"] if e["name"] == "台账资料")
        self.assertEqual(ledgers["tasks"], ["P1.1", "P2.1"])
        self.assertEqual(ledgers["expected"], self.tasks()["P2.1"]["early_finish"])
        self.assertEqual(ledgers["supplier"], "towns")

    def test_F23_inspection_day_workflow(self):
        self.assertEqual(self.answer("schedule")["inspections"][0]["steps"],
                         ["汇报会", "查阅档案资料", "实地考察", "通报会"])
        gates = {g["name"]: g for g in self.readiness()["gates"]}
        for printed in ("硬件设施改造到位", "台账资料完善到位", "宣传氛围营造到位"):
            self.assertEqual(gates[printed]["inspection"], "moe")
            self.assertLess(gates[printed]["expected"], "2025-08-01")
        self.assertEqual(gates["迎评手册印好"]["lacks"], ["E9"])

    def test_F24_post_inspection(self):
        # rectification and the next round's plan start after the experts have come
        for t in ("P3.3", "S2d"):
            self.assertGreater(self.tasks()[t]["early_start"], "2025-08-01")
        written = next(p for p in self.written()["problems"] if p["id"] == "experts")
        self.assertEqual((written["source"], written["tasks"]), ("教育部复检", ["P3.3"]))

    def test_F25_accountability_for_lost_points(self):
        card = self.cards()[""]
        self.assertAlmostEqual(sum(l["points"] for l in card["lost"]["lines"]), 100 - card["score"])
        self.assertAlmostEqual(sum(l["points"] for l in card["lost"]["by_indicator"]), 100 - card["score"])

    def test_F27_recognition_and_revocation(self):
        # short of the line of the fund, the title is not confirmed: the grade is capped or failed
        card = self.cards()[""]
        self.assertEqual([e["indicator"] for e in card["effects"]], ["a1"])
        self.assertEqual(card["state"], "限期整改")
        after = self.readiness()["score"]["at_goal"]["by_early_dates"]
        self.assertEqual((after["grade"], after["effects"]), ("合格", []))

    def test_lights(self):
        # seen on its own day: no light is red; P1.1 has a day to begin, D7 five
        self.assertEqual(self.light("moe"), ("yellow", "D7"))
        self.assertEqual(self.light("phase-1"), ("yellow", "P1.1"))
        self.assertEqual(self.light("phase-2")[0], "green")
        self.assertEqual(self.light("S1")[0], "blue")  # said to be done
        # nothing more done by Monday 14 July: P1.1 needs until the 25th, ten days after it had to end
        self.assertEqual(self.light("phase-1", "2025-07-14"), ("red", "P1.1"))
        self.assertEqual(self.light("moe", "2025-07-14"), ("red", "P1.1"))
        self.assertEqual(self.light("safeguards", "2025-07-14")[0], "green")

    def test_progress_is_said_to_be_made_up(self):
        self.assert_made_up_progress()


if __name__ == "__main__":
    support.main()
