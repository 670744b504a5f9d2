#pragma once

#include "core/csv_table.h"
#include "core/date.h"
#include "core/money.h"

#include <QTime>

namespace simiao::workflow {

/// Highest price of one pack or one visit: ten million yuan. What is above it is a slip of the keyboard.
inline constexpr Money kHighestPrice{1'000'000'000};

/// The fields of one row as what they stand for. Each error is Invalid and says "column: what stands there" in `detail`.
/// Valid as long as its table.
class CsvRecord
{
public:
    CsvRecord(const CsvTable &table, const CsvRow &row)
        : m_table(table)
        , m_row(row)
    {
    }

    int row() const { return m_row.row; }
    /// As it stands there; may be empty.
    QString text(const QString &column) const { return m_table.field(m_row, column); }
    /// Parts between | without blanks around them; empty parts are left out.
    QStringList list(const QString &column) const;

    /// `import.missing` (the column) when nothing stands there.
    Result<QString> required(const QString &column) const;
    /// 1 to 32 ASCII letters, digits, dots, hyphens, underscores; `import.code`.
    Result<QString> code(const QString &column) const;
    /// Digits only, from `least` to `most`; `import.number`.
    Result<int> number(const QString &column, int least, int most) const;
    /// Yuan with at most two decimals, from 0 to kHighestPrice; `import.price`.
    Result<Money> price(const QString &column) const;
    /// 2026-11-23; `import.date`.
    Result<Date> date(const QString &column) const;
    /// 8:00 or 08:00; `import.time`.
    Result<QTime> time(const QString &column) const;

    /// The error `import.<reason>` about `column`.
    Error wrong(const QString &reason, const QString &column) const;

private:
    const CsvTable &m_table;
    const CsvRow &m_row;
};

} // namespace simiao::workflow
