/// A folder for the files of one test.
#ifndef DAOPAI_TESTS_FOLDER_HPP
#define DAOPAI_TESTS_FOLDER_HPP

#include <filesystem>
#include <iterator>
#include <random>
#include <string>

namespace daopai::tests {

/// A folder of its own, so that tests may run side by side; gone with the test.
struct folder {
  std::filesystem::path path = std::filesystem::temp_directory_path() /
                               ("daopai-test-" + std::to_string(std::random_device{}()));
  folder() { std::filesystem::create_directories(path); }
  ~folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  folder(const folder&) = delete;
  folder& operator=(const folder&) = delete;
  /// How many files there are.
  [[nodiscard]] std::ptrdiff_t count() const {
    return std::distance(std::filesystem::directory_iterator(path), {});
  }
  [[nodiscard]] std::string file(const std::string& name) const { return (path / name).string(); }
};

}  // namespace daopai::tests

#endif  // DAOPAI_TESTS_FOLDER_HPP
