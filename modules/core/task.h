#pragma once

#include <QCoroTask>

namespace simiao {

/// A coroutine that will give a T. Never drop one: await it, connect it, or hand it to a TaskScope.
///
/// QCoro 0.8 *moves* from whatever `co_return` names, also from a member or through an iterator: return locals, or say
/// `co_return Result<Row>(found->second)`. The coroutine lint looks for it.
template <typename T = void>
using Task = QCoro::Task<T>;

} // namespace simiao
