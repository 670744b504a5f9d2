#include "admin/models/csv.h"

namespace simiao::admin {

namespace {

/// Tab and line ends too: spreadsheets skip them and look at what follows. The wide signs are what a Chinese keyboard writes.
bool looksLikeFormula(const QString &cell)
{
    return !cell.isEmpty() && QStringLiteral("=+-@\t\r\n＝＋－＠").contains(cell.front());
}

bool needsQuotes(const QString &cell)
{
    return cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"'))
        || cell.contains(QLatin1Char('\n')) || cell.contains(QLatin1Char('\r'));
}

QString csvCell(QString cell)
{
    if (looksLikeFormula(cell))
        cell.prepend(QLatin1Char('\''));
    if (!needsQuotes(cell))
        return cell;
    cell.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return QLatin1Char('"') + cell + QLatin1Char('"');
}

} // namespace

QByteArray csvRow(const QStringList &cells)
{
    QStringList row;
    for (const auto &cell : cells)
        row.append(csvCell(cell));
    return row.join(QLatin1Char(',')).toUtf8() + QByteArrayLiteral("\r\n");
}

} // namespace simiao::admin
