#pragma once

#include "waitingroom/models/department_board.h"

#include <QAbstractListModel>
#include <QLocale>
#include <QTimeZone>

namespace simiao::waitingroom {

/// The boards of the departments as texts that only have to be drawn; one row each, by department code.
class BoardModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CodeRole = Qt::UserRole, ///< code: of the department
        DepartmentRole,          ///< department: its name
        RoomRole,                ///< room
        NumberRole,              ///< calledNumber: of who was called last; empty when nobody is
        NameRole,                ///< calledName
        CalledRole,              ///< calledText: what she is to do, or since when she is in
        OthersRole,              ///< otherCalls: who is in with a colleague
        NextRole,                ///< nextText: the numbers that come next
        WaitingRole,             ///< waitingText: how many wait
        NewRole,                 ///< isNew: called a moment ago
    };

    /// \param zone  of the times that are shown
    BoardModel(QLocale locale, QTimeZone zone, QObject *parent = nullptr);

    /// Brings the rows to `boards`, which are ordered by code, by insert, remove and change.
    void setBoards(const std::vector<DepartmentBoard> &boards);
    /// What is new depends on it.
    void setNow(Instant now);
    /// Texts in another language.
    void setLocale(const QLocale &locale);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    /// Somebody was called just now.
    void called(int row);

private:
    void removeAllBut(const std::vector<DepartmentBoard> &boards);
    void put(int row, const DepartmentBoard &board);
    bool isNewAt(const DepartmentBoard &board, Instant now) const;
    QString timeText(Instant instant) const;
    QString calledText(const DepartmentBoard &board) const;
    QString othersText(const DepartmentBoard &board) const;
    QString nextText(const DepartmentBoard &board) const;

    QLocale m_locale;
    QTimeZone m_zone;
    Instant m_now;
    std::vector<DepartmentBoard> m_boards;
};

} // namespace simiao::waitingroom
