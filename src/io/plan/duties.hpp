/// The recurring duties of a plan file: tasks with a field "repeat".
#ifndef DAOPAI_SRC_IO_PLAN_DUTIES_HPP
#define DAOPAI_SRC_IO_PLAN_DUTIES_HPP

#include "io/findings.hpp"
#include "io/json_value.hpp"
#include <daopai/schedule/duty.hpp>

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace daopai::io {

class plan_reader;

/// What the file says of one instance where it differs from the others.
struct instance_note {
  std::string id{};
  std::string name{};
  std::optional<workdays> duration{};
  std::optional<date> deadline{};
  std::optional<date> not_before{};
  progress done{};
};

/// The field "repeat" of a task.
struct repeat_draft {
  std::string rule{};
  std::optional<date> from{};
  std::optional<date> until{};
  rolling roll = rolling::before;
  std::vector<instance_note> instances{};
};

[[nodiscard]] std::shared_ptr<repeat_draft> read_repeat(plan_reader& r, const place_in_file& at,
                                                        const json::value& v);

/// Collects the duties of a file and adds their instances behind all tasks of the file, so that
/// these keep their places.
class duty_list {
public:
  /// @param index  of the task in "tasks"
  void add(std::size_t index, task each, std::shared_ptr<repeat_draft> repeat);

  /// Expands all, once every task of the file and every calendar is in the builder. No more than
  /// 100,000 instances are made of one file, nor more than 20 million days walked.
  /// @param tasks  how many tasks the file has
  void expand_into(plan_builder& builder, std::size_t tasks, findings& found);

  /// Puts the file's places where the builder's problems name those of instances, and drops what
  /// an instance has only because its duty has it.
  void rename_places(std::vector<problem>& problems) const;

private:
  struct entry {
    std::size_t index;
    task each;
    std::shared_ptr<repeat_draft> repeat;
  };

  void expand_one(const entry& e, plan_builder& builder, findings& found);
  void add_instances(const entry& e, std::vector<task> instances, plan_builder& builder,
                     findings& found);

  std::vector<entry> entries_{};
  std::size_t first_instance_ = 0;     ///< among the builder's tasks
  std::vector<std::string> places_{};  ///< of each instance in the file
  std::int64_t days_left_ = 20'000'000;
};

}  // namespace daopai::io

#endif  // DAOPAI_SRC_IO_PLAN_DUTIES_HPP
