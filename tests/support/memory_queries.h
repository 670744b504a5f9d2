#pragma once

#include "support/memory_store.h"

namespace simiao::test {

/// Answers a named query over the tables; Internal `storage.statement-unknown` for a name it does not know.
Result<std::vector<Row>> answer(const MemoryStore::State &state,
                                const TypeInfo &type,
                                const QString &query,
                                const workflow::Parameters &parameters);

/// Runs a named effect; false when its condition does not hold.
Result<bool> runEffect(MemoryStore::State &state, const workflow::EffectCall &call);

} // namespace simiao::test
