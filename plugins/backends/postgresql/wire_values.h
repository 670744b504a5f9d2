#pragma once

#include "core/result.h"
#include "domain/base/row.h"

#include <QByteArray>

#include <span>
#include <vector>

namespace simiao::postgresql {

/// Object id of a type (pg_type.dat of PostgreSQL).
using TypeId = unsigned int;

/// The parameters of one statement as the server reads them: numbers in binary, texts as they are.
class WireValues
{
public:
    /// \param types  what the server expects of each; a count of microseconds becomes its timestamp
    Result<void> bind(std::span<const Scalar *const> values, std::span<const TypeId> types);

    int count() const { return int(m_pointers.size()); }
    const char *const *pointers() const { return m_pointers.data(); }
    const int *lengths() const { return m_lengths.data(); }
    const int *formats() const { return m_formats.data(); }

private:
    std::vector<QByteArray> m_bytes;
    std::vector<const char *> m_pointers;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
};

/// A column that came in binary as a scalar of `kind`; `row.value` where it is none.
/// \param bytes  null for NULL
Result<Scalar> scalarOf(StorageKind kind, TypeId type, QByteArrayView bytes);

/// The number of an integer column; 0 where it is none.
qint64 integerOf(TypeId type, QByteArrayView bytes);

} // namespace simiao::postgresql
