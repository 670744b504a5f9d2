#pragma once

#include "workflow/context.h"

namespace simiao::workflow {

/// Commits `work`, then reads the row it is about as it is stored now: how most acts end.
template <Entity T>
Task<Result<T>> commitAndLoad(Context context, UnitOfWork work, Id<T> id)
{
    auto storing = context.store->commit(std::move(work));
    CO_TRY_VOID(co_await storing);
    auto loading = load(context.store, id);
    co_return co_await loading;
}

} // namespace simiao::workflow
