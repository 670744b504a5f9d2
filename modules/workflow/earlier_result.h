#pragma once

#include "workflow/context.h"

#include <algorithm>

namespace simiao::workflow {

/// The first T this command stored, as it stands now; empty when the command is new. An act asks it before it looks at
/// states: a repeated click arrives when the first one has already moved them on, and must not be told of a conflict.
template <Entity T>
Task<Result<std::optional<T>>> earlierResult(Context context, Uuid command)
{
    auto asking = context.store->receiptOf(command);
    CO_TRY(const auto receipt, co_await asking);
    if (!receipt)
        co_return std::optional<T>();
    const auto &changes = receipt->changes;
    const auto change = std::ranges::find(changes, QString(typeInfo<T>().name), &Change::type);
    if (change == changes.end())
        co_return std::optional<T>();
    auto loading = load(context.store, Id<T>{change->id});
    CO_TRY(const auto stored, co_await loading);
    co_return std::optional<T>(stored);
}

} // namespace simiao::workflow
