#include "io/fields.hpp"
#include "io/plan/keys.hpp"
#include "io/plan/numbers.hpp"
#include "io/plan/parts.hpp"

namespace daopai::io {
namespace {

using reader = plan_reader;
using scoring::apportionment;
using scoring::quota;
using scoring::share_of_quota;

constexpr std::array<std::string_view, 2> method_words{"largest-remainder", "sainte-lague"};

constexpr auto share_fields = std::to_array<field<reader, share_of_quota>>({
    {"to",
     [](reader& r, const place_in_file& at, const json::value& v, share_of_quota& s) {
       s.to = read_key<unit_key>(r, at, v);
     },
     "the id of the unit that is given a part"},
    {"weight",
     [](reader& r, const place_in_file& at, const json::value& v, share_of_quota& s) {
       s.claim.weight = read_decimal(r.found, at, v).value_or(0);
     },
     "a number: parts are in proportion to the weights"},
    {"floor", [](reader& r, const place_in_file& at, const json::value& v,
                 share_of_quota& s) { s.claim.at_least = read_whole(r.found, at, v).value_or(0); }},
    {"cap", [](reader& r, const place_in_file& at, const json::value& v,
               share_of_quota& s) { s.claim.at_most = read_whole(r.found, at, v); }},
});

std::vector<share_of_quota> read_shares(reader& r, const place_in_file& at, const json::value& v) {
  std::vector<share_of_quota> shares;
  const auto array = read_array(r.found, at, v, "an array of shares");
  if (!array) return shares;
  for (std::size_t i = 0; i < array->size(); ++i) {
    share_of_quota s{unit_key(""), {}};
    read_fields(r, at[i], (*array)[i], share_fields, s);
    shares.push_back(std::move(s));
  }
  return shares;
}

constexpr auto
    quota_fields =
        std::
            to_array<field<reader, quota>>(
                {
                    {"id",
                     [](reader& r, const place_in_file& at, const json::value& v, quota& q) {
                       read_own_key(r, at, v, q.id);
                     },
                     "the id of the quota, unique among the quotas"},
                    {"name", [](reader& r, const place_in_file& at, const json::value& v,
                                quota& q) { q.name = read_text(r.found, at, v).value_or(""); }},
                    {"total",
                     [](reader& r, const place_in_file& at, const json::value& v, quota& q) {
                       q.total = read_whole(r.found, at, v).value_or(0);
                     },
                     "the whole number to pass down"},
                    {"unit", [](reader& r, const place_in_file& at, const json::value& v,
                                quota& q) { q.unit = read_text(r.found, at, v).value_or(""); }},
                    {"method",
                     [](reader& r, const place_in_file& at, const json::value& v, quota& q) {
                       q.how = static_cast<apportionment>(
                           read_word(r.found, at, v, method_words).value_or(0));
                     }},
                    {"shares",
                     [](reader& r, const place_in_file& at, const json::value& v, quota& q) {
                       q.shares = read_shares(r, at, v);
                     },
                     "an array of units and their weights"},
                });

/// Whether the total can be passed down to these shares.
void check_parts(reader& r, const place_in_file& at, const quota& q) {
  constexpr std::string_view claim = "claims[";
  constexpr std::size_t most_shares = 5'000;  // parts may cost their square
  if (q.shares.size() > most_shares) {
    return r.found.report("too-many-shares", at / "shares",
                          "there are " + std::to_string(q.shares.size()) +
                              " shares; expected at most " + std::to_string(most_shares));
  }
  try {
    static_cast<void>(parts_of(q));
  } catch (const invalid_input& e) {
    for (const problem& p : e.problems()) {
      const bool is_share = p.where.starts_with(claim);
      const std::string here = at.text();
      r.found.add({p.code, is_share ? here + ".shares[" + p.where.substr(claim.size()) : here,
                   p.message + " (in " + quoted(q.id.text()) + ')'});
    }
  } catch (const error& too_large) {
    r.found.report("out-of-range", at, too_large.what());
  }
}

}  // namespace

quota read_quota(plan_reader& r, const place_in_file& at, const json::value& v) {
  quota q{.id = scoring::quota_key(""), .name = ""};
  const std::size_t before = r.found.problems().size();
  read_fields(r, at, v, quota_fields, q);
  if (r.found.problems().size() == before) check_parts(r, at, q);
  if (q.name.empty()) q.name = q.id.text();
  return q;
}

}  // namespace daopai::io
