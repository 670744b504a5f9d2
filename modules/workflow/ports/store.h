#pragma once

#include "core/task.h"
#include "core/try.h"
#include "workflow/ports/change_feed.h"
#include "workflow/ports/unit_of_work.h"

#include <memory>
#include <optional>

namespace simiao::workflow {

/// A question every back-end answers, known by name; `Args` are its parameters, in order; the answer is rows of T.
template <Entity T, typename... Args>
struct Query
{
    const char *name;
    std::array<const char *, sizeof...(Args)> parameters;
};

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

    /// Rows of `type` that answer the named query, in its order.
    virtual Task<Result<std::vector<Row>>> select(const TypeInfo *type,
                                                  QString query,
                                                  Parameters parameters) = 0;

    /// The row with this id; NotFound `store.not-found`.
    virtual Task<Result<Row>> row(const TypeInfo *type, Uuid id) = 0;

    /// Every commit, after it.
    virtual ChangeFeed *changes() = 0;

    /// Ends the connection after the work in hand; nothing may be asked afterwards.
    virtual void close() = 0;
};

/// The T with this id; NotFound `store.not-found`.
template <Entity T>
Task<Result<T>> load(std::shared_ptr<Store> store, Id<T> id)
{
    auto loading = store->row(&typeInfo<T>(), id.uuid);
    CO_TRY(const auto row, co_await loading);
    co_return fromRow<T>(row);
}

/// Typed rows; Corrupt `row.value` when one does not fit its type.
template <Entity T>
Result<std::vector<T>> fromRows(const std::vector<Row> &rows)
{
    std::vector<T> found;
    found.reserve(rows.size());
    for (const auto &row : rows) {
        TRY(auto entity, fromRow<T>(row));
        found.push_back(std::move(entity));
    }
    return found;
}

namespace detail {

template <Entity T>
Task<Result<std::vector<T>>> selectAll(std::shared_ptr<Store> store, QString name, Parameters parameters)
{
    auto selecting = store->select(&typeInfo<T>(), std::move(name), std::move(parameters));
    CO_TRY(const auto rows, co_await selecting);
    co_return fromRows<T>(rows);
}

} // namespace detail

/// The rows that answer `query`.
template <Entity T, typename... Args>
Task<Result<std::vector<T>>> find(std::shared_ptr<Store> store,
                                  Query<T, Args...> query,
                                  std::type_identity_t<Args>... args)
{
    Parameters parameters;
    std::size_t at = 0;
    (parameters.insert_or_assign(QString::fromLatin1(query.parameters[at++]), FieldCodec<Args>::write(args)),
     ...);
    return detail::selectAll<T>(std::move(store), QString::fromLatin1(query.name), std::move(parameters));
}

} // namespace simiao::workflow
