#pragma once

#include <QCoroTask>

namespace simiao {

/// A coroutine that will give a T. Never drop one: await it, connect it, or hand it to a TaskScope.
template <typename T = void>
using Task = QCoro::Task<T>;

} // namespace simiao
