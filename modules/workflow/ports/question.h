#pragma once

#include "core/result.h"
#include "workflow/ports/unit_of_work.h"

#include <any>
#include <functional>

namespace simiao::workflow {

/// A question every back-end answers, known by name; `Args` are its parameters, in order; the answer is rows of T.
template <Entity T, typename... Args>
struct Query
{
    const char *name;
    std::array<const char *, sizeof...(Args)> parameters;
};

/// One question as a store sees it.
struct Question
{
    const TypeInfo *type = nullptr;
    /// Name of the query; empty for the row whose id is `id`.
    QString query;
    Parameters parameters;
    Uuid id;
    /// Gets the rows, in the query's order, on the thread of the store: a thousand rows are made values there and
    /// not where people type.
    std::function<Result<void>(const std::vector<Row> &)> take;
    /// The same for the row of an id, from a store that keeps rows: `made` stays beside the row, empty at first, so that a row is made
    /// a value once and not for each patient. May be empty.
    std::function<Result<void>(const Row &row, std::any &made)> takeKept = {};
};

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

/// The T with this id; NotFound `store.not-found`.
template <Entity T>
struct One
{
    using Answer = T;
    Id<T> id;

    void addTo(std::vector<Question> &questions, Answer &answer) const
    {
        questions.push_back({&typeInfo<T>(),
                             {},
                             {},
                             id.uuid,
                             [&answer](const std::vector<Row> &rows) -> Result<void> {
                                 TRY(answer, fromRow<T>(rows.front()));
                                 return ok();
                             },
                             [&answer](const Row &row, std::any &made) -> Result<void> {
                                 if (const auto *value = std::any_cast<T>(&made)) {
                                     answer = *value;
                                     return ok();
                                 }
                                 TRY(answer, fromRow<T>(row));
                                 made = answer;
                                 return ok();
                             }});
    }
};

/// The Ts with these ids, in their order; NotFound when one is missing.
template <Entity T>
struct Several
{
    using Answer = std::vector<T>;
    std::vector<Id<T>> ids;

    void addTo(std::vector<Question> &questions, Answer &answer) const
    {
        answer.resize(ids.size());
        questions.reserve(questions.size() + ids.size());
        for (std::size_t at = 0; at < ids.size(); ++at)
            One<T>{ids[at]}.addTo(questions, answer[at]);
    }
};

/// The rows that answer a query.
template <Entity T>
struct All
{
    using Answer = std::vector<T>;
    QString query;
    Parameters parameters;

    void addTo(std::vector<Question> &questions, Answer &answer) const
    {
        questions.push_back(
            {&typeInfo<T>(), query, parameters, {}, [&answer](const std::vector<Row> &rows) -> Result<void> {
                 TRY(answer, fromRows<T>(rows));
                 return ok();
             }});
    }
};

template <Entity T>
One<T> one(Id<T> id)
{
    return {id};
}

template <Entity T>
Several<T> several(std::vector<Id<T>> ids)
{
    return {std::move(ids)};
}

template <Entity T, typename... Args>
All<T> all(Query<T, Args...> query, std::type_identity_t<Args>... args)
{
    All<T> asked{QString::fromLatin1(query.name), {}};
    std::size_t at = 0;
    (asked.parameters.insert_or_assign(QString::fromLatin1(query.parameters[at++]),
                                       FieldCodec<Args>::write(args)),
     ...);
    return asked;
}

} // namespace simiao::workflow
