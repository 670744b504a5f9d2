#pragma once

#include "admin/models/import_work.h"

#include <QWidget>

class QLineEdit;
class QSortFilterProxyModel;
class QTableView;

namespace simiao::ui {
class LabelRow;
class NoticeLine;
class StateView;
} // namespace simiao::ui

namespace simiao::admin {

class FieldChain;

/// One file on its way in: where it is, what the dry run found, and the rows that are not right. Shows the work of one step at
/// a time. A file can be dropped on it.
class ImportPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ImportPanel(QWidget *parent = nullptr);

    ImportWork *work() const { return m_work; }
    void setWork(ImportWork *work);
    void enter();
    /// Lets the person look for the file; typing its path does the same.
    void choose();
    /// The rows by the next column.
    void sortByNext();
    void retranslate();

Q_SIGNALS:
    void passedStart();
    /// Enter in the last field: the file is to be tried.
    void passedEnd();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void connectFields();
    void take(const QString &path);
    void showFields();
    void showWork();

    ImportWork *m_work = nullptr;
    QLineEdit *m_path;
    QLineEdit *m_password;
    QLineEdit *m_reason;
    ui::LabelRow *m_pathRow;
    ui::LabelRow *m_passwordRow;
    ui::LabelRow *m_reasonRow;
    ui::NoticeLine *m_notice;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    ui::StateView *m_state;
    FieldChain *m_chain;
};

} // namespace simiao::admin
