#include "program/output.hpp"

#include <daopai/error.hpp>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace daopai::program {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const std::string& name, const char* what) {
  throw error(name + ": " + what + ": " + std::generic_category().message(errno));
}

/// An open file; closed at the end of its life.
class descriptor {
public:
  explicit descriptor(int number) : number_(number) {}
  descriptor(const descriptor&) = delete;
  descriptor& operator=(const descriptor&) = delete;
  ~descriptor() {
    if (number_ > STDERR_FILENO) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }
  /// Closes now, to learn whether that went well.
  [[nodiscard]] bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
  int number_;
};

void write_all(int to, std::string_view text, const std::string& name) {
  while (!text.empty()) {
    const ssize_t written = ::write(to, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(name, "cannot be written");
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// The permissions that a new file gets.
mode_t new_file_mode() {
  const mode_t mask = ::umask(0);
  ::umask(mask);
  return 0666U & ~mask;
}

/// A file beside its goal, gone again unless it was moved there.
class new_file {
public:
  explicit new_file(const fs::path& goal) : goal_(goal), name_(goal.string() + ".XXXXXX") {
    const int number = ::mkstemp(name_.data());
    if (number < 0) fail(goal.string(), "cannot be made");
    file_ = number;
  }
  new_file(const new_file&) = delete;
  new_file& operator=(const new_file&) = delete;
  ~new_file() {
    if (!moved_) ::unlink(name_.c_str());
  }

  void fill(std::string_view text) {
    descriptor file(file_);
    write_all(file.number(), text, goal_.string());
    struct stat before {};
    const bool replaces = ::stat(goal_.c_str(), &before) == 0;
    ::fchmod(file.number(), replaces ? before.st_mode & 07777U : new_file_mode());
    if (::fsync(file.number()) != 0 || !file.close()) fail(goal_.string(), "cannot be written");
  }

  void move_to_goal() {
    if (::rename(name_.c_str(), goal_.c_str()) != 0) fail(goal_.string(), "cannot be replaced");
    moved_ = true;
  }

private:
  fs::path goal_;
  std::string name_;
  int file_ = -1;
  bool moved_ = false;
};

/// Devices and pipes are written to as they are: there is nothing to replace.
bool is_replaceable(const fs::path& file) {
  std::error_code unknown;
  const fs::file_status status = fs::status(file, unknown);
  return !fs::exists(status) || fs::is_regular_file(status);
}

}  // namespace

std::string shown_name(const std::string& name) { return name == "-" ? "stdin" : name; }

std::string read_input(const std::string& name) {
  const descriptor file(name == "-" ? STDIN_FILENO : ::open(name.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) fail(name, "cannot be opened");
  std::string text;
  struct stat about {};
  if (::fstat(file.number(), &about) == 0 && about.st_size > 0) {
    text.reserve(static_cast<std::size_t>(about.st_size) + 1);
  }
  constexpr std::size_t block = std::size_t{1} << 20U;
  for (;;) {
    const std::size_t size = text.size();
    text.resize(std::max(size + 4096, std::min(text.capacity(), size + block)));
    const ssize_t got = ::read(file.number(), text.data() + size, text.size() - size);
    text.resize(size + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got == 0) return text;
    if (got < 0 && errno != EINTR) fail(shown_name(name), "cannot be read");
  }
}

void write_output(std::string_view text, const std::string& file) {
  if (file.empty()) return write_all(STDOUT_FILENO, text, "stdout");
  std::error_code unknown;
  const fs::path goal = fs::weakly_canonical(file, unknown);  // a link stays a link
  if (goal.empty() || !is_replaceable(goal)) {
    const descriptor to(::open(file.c_str(), O_WRONLY | O_CLOEXEC));
    if (to.number() < 0) fail(file, "cannot be opened for writing");
    return write_all(to.number(), text, file);
  }
  new_file made(goal);
  made.fill(text);
  made.move_to_goal();
}

}  // namespace daopai::program
