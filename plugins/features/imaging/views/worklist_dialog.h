#pragma once

#include "imaging/models/worklist_search.h"
#include "imaging/models/worklist_table.h"
#include "ui/widgets/view_state.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPushButton;
class QTableView;

namespace simiao::ui {
class LabelRow;
class StateView;
} // namespace simiao::ui

namespace simiao::viewer {

/// What is planned on the devices of the hospital. It asks at once for today; Enter in a field asks again, Down goes into the list,
/// Ctrl+C there copies the row.
class WorklistDialog : public QDialog
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    /// \param search  not owned, \param today  at the workstation
    WorklistDialog(WorklistSearch *search, const QDate &today, QWidget *parent = nullptr);

    /// What it says in words.
    QString text() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void retranslate();
    void ask();
    void follow();
    void copy();
    ui::ViewState state() const;

    WorklistSearch *m_search;
    WorklistTable *m_model;
    QComboBox *m_server;
    QDateEdit *m_from;
    QDateEdit *m_to;
    QLineEdit *m_modality;
    QLineEdit *m_station;
    QLineEdit *m_name;
    QList<ui::LabelRow *> m_rows;
    QTableView *m_table;
    ui::StateView *m_state;
    QPushButton *m_ask;
    QPushButton *m_stop;
    QPushButton *m_copy;
    QPushButton *m_close;
};

} // namespace simiao::viewer
