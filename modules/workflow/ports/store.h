#pragma once

#include "core/task.h"
#include "core/try.h"
#include "workflow/ports/change_feed.h"
#include "workflow/ports/decision.h"
#include "workflow/ports/question.h"
#include "workflow/ports/unit_of_work.h"

#include <memory>
#include <optional>
#include <tuple>

namespace simiao::workflow {

/// Where rows live. One per process; shared by all use cases.
/// \thread  GUI; the tasks resume there
class Store
{
public:
    virtual ~Store() = default;

    /// Everything in `work`, or nothing. Returns only when it is on the disk.
    /// \returns Conflict `store.version`, `store.unique` (detail: table.column) or the refusal of an effect;
    ///          Unavailable `store.write` when the disk or the server refuses; Corrupt `row.hash`
    virtual Task<Result<Receipt>> commit(UnitOfWork work) = 0;

    /// What this command stored, if it was committed before.
    virtual Task<Result<std::optional<Receipt>>> receiptOf(Uuid command) = 0;

    /// Answers all questions as of one moment, in their order, and hands the rows to each; the first that cannot be
    /// answered ends it.
    /// \returns NotFound `store.not-found` for an id; what `take` refused; Corrupt `row.hash`
    virtual Task<Result<void>> ask(std::vector<Question> questions) = 0;

    /// Reads, decides and commits in one go: `decision` runs where the rows are. What it refuses is refused here, unless
    /// `command`, that of its work, was committed before: then the first receipt is given, as commit() does.
    /// This way asks, decides again with each answer and commits; a store with a thread of its own does better.
    virtual Task<Result<Receipt>> decide(Uuid command, Decision decision);

    /// Every commit, after it.
    virtual ChangeFeed *changes() = 0;

    /// Ends the connection after the work in hand; nothing may be asked afterwards.
    virtual void close() = 0;
};

/// Several things in one go: `ask(store, one(id), all(query::x, y))` gives a tuple of their answers.
template <typename... Asked>
Task<Result<std::tuple<typename Asked::Answer...>>> ask(std::shared_ptr<Store> store, Asked... asked)
{
    // Shared: the store fills it also when nobody waits any more.
    const auto answers = std::make_shared<std::tuple<typename Asked::Answer...>>();
    std::vector<Question> questions;
    std::apply([&](auto &...answer) { (asked.addTo(questions, answer), ...); }, *answers);
    for (auto &question : questions) {
        question.take = [answers, take = std::move(question.take)](const std::vector<Row> &rows) {
            return take(rows);
        };
        if (question.takeKept)
            question.takeKept = [answers, take = std::move(question.takeKept)](
                                    const Row &row, std::any &made) { return take(row, made); };
    }
    auto asking = store->ask(std::move(questions));
    CO_TRY_VOID(co_await asking);
    co_return Result<std::tuple<typename Asked::Answer...>>(std::move(*answers));
}

/// The T with this id; NotFound `store.not-found`.
template <Entity T>
Task<Result<T>> load(std::shared_ptr<Store> store, Id<T> id)
{
    auto loading = ask(std::move(store), one(id));
    CO_TRY(auto loaded, co_await loading);
    co_return Result<T>(std::get<0>(std::move(loaded)));
}

/// The rows that answer `query`.
template <Entity T, typename... Args>
Task<Result<std::vector<T>>> find(std::shared_ptr<Store> store,
                                  Query<T, Args...> query,
                                  std::type_identity_t<Args>... args)
{
    auto finding = ask(std::move(store), all(query, std::move(args)...));
    CO_TRY(auto found, co_await finding);
    co_return Result<std::vector<T>>(std::get<0>(std::move(found)));
}

} // namespace simiao::workflow
