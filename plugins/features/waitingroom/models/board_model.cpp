#include "waitingroom/models/board_model.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace simiao::waitingroom {

using namespace Qt::StringLiterals;

namespace {

constexpr std::int64_t kNewSeconds = 30;
constexpr std::size_t kMostOthers = 4;
constexpr std::size_t kMostNext = 6;

/// As it stands on the slip and in the physician's queue.
QString numberText(int number)
{
    return QString::number(number).rightJustified(2, u'0');
}

} // namespace

BoardModel::BoardModel(QLocale locale, QTimeZone zone, QObject *parent)
    : QAbstractListModel(parent)
    , m_locale(std::move(locale))
    , m_zone(std::move(zone))
{
}

void BoardModel::setBoards(const std::vector<DepartmentBoard> &boards)
{
    removeAllBut(boards);
    for (std::size_t i = 0; i < boards.size(); ++i)
        put(int(i), boards[i]);
}

void BoardModel::removeAllBut(const std::vector<DepartmentBoard> &boards)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto at = m_boards.begin() + row;
        if (std::ranges::find(boards, at->code, &DepartmentBoard::code) != boards.end())
            continue;
        beginRemoveRows({}, row, row);
        m_boards.erase(at);
        endRemoveRows();
    }
}

void BoardModel::put(int row, const DepartmentBoard &board)
{
    const auto at = m_boards.begin() + row;
    const bool isKnown = at != m_boards.end() && at->code == board.code;
    if (isKnown && *at == board)
        return;
    const bool isCall = isNewAt(board, m_now) && !(isKnown && at->calls == board.calls);
    if (isKnown) {
        *at = board;
        Q_EMIT dataChanged(index(row), index(row));
    } else {
        beginInsertRows({}, row, row);
        m_boards.insert(at, board);
        endInsertRows();
    }
    if (isCall)
        Q_EMIT called(row);
}

bool BoardModel::isNewAt(const DepartmentBoard &board, Instant now) const
{
    return !board.calls.empty() && board.calls.front().at
        && now < board.calls.front().at->plusSeconds(kNewSeconds);
}

void BoardModel::setNow(Instant now)
{
    const auto before = std::exchange(m_now, now);
    for (int row = 0; row < rowCount(); ++row) {
        const auto &board = m_boards[std::size_t(row)];
        if (isNewAt(board, before) != isNewAt(board, now))
            Q_EMIT dataChanged(index(row), index(row), {NewRole, CalledRole});
    }
}

void BoardModel::setLocale(const QLocale &locale)
{
    m_locale = locale;
    if (!m_boards.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int BoardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_boards.size());
}

QString BoardModel::timeText(Instant instant) const
{
    const auto time = QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, Qt::UTC);
    return time.toTimeZone(m_zone).toString(u"HH:mm"_s);
}

QString BoardModel::calledText(const DepartmentBoard &board) const
{
    if (board.calls.empty())
        return tr("Nobody is called yet.");
    const auto &at = board.calls.front().at;
    if (!at)
        return {};
    return (isNewAt(board, m_now) ? tr("Please come in · %1") : tr("Called at %1")).arg(timeText(*at));
}

QString BoardModel::othersText(const DepartmentBoard &board) const
{
    QStringList others;
    for (std::size_t i = 1; i < std::min(board.calls.size(), kMostOthers + 1); ++i)
        others.append(numberText(board.calls[i].number) + u' ' + board.calls[i].name);
    return others.isEmpty() ? QString() : tr("Also called: %1").arg(others.join(u"   "_s));
}

QString BoardModel::nextText(const DepartmentBoard &board) const
{
    QStringList numbers;
    for (std::size_t i = 0; i < std::min(board.waiting.size(), kMostNext); ++i)
        numbers.append(numberText(board.waiting[i]));
    return numbers.isEmpty() ? QString() : tr("Next: %1").arg(numbers.join(u"   "_s));
}

QVariant BoardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &board = m_boards[std::size_t(index.row())];
    switch (role) {
    case CodeRole: return board.code;
    case DepartmentRole:
    case Qt::DisplayRole: return board.name.in(m_locale.name());
    case RoomRole: return board.room;
    case NumberRole: return board.calls.empty() ? QString() : numberText(board.calls.front().number);
    case NameRole: return board.calls.empty() ? QString() : board.calls.front().name;
    case CalledRole: return calledText(board);
    case OthersRole: return othersText(board);
    case NextRole: return nextText(board);
    case WaitingRole: return tr("%1 waiting").arg(board.waiting.size());
    case NewRole: return isNewAt(board, m_now);
    default: return {};
    }
}

QHash<int, QByteArray> BoardModel::roleNames() const
{
    return {{CodeRole, "code"},           {DepartmentRole, "department"},
            {RoomRole, "room"},           {NumberRole, "calledNumber"},
            {NameRole, "calledName"},     {CalledRole, "calledText"},
            {OthersRole, "otherCalls"},   {NextRole, "nextText"},
            {WaitingRole, "waitingText"}, {NewRole, "isNew"}};
}

} // namespace simiao::waitingroom
