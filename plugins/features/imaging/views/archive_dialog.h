#pragma once

#include "imaging/models/archive_search.h"
#include "imaging/models/archive_table.h"
#include "ui/widgets/view_state.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLineEdit;
class QPushButton;
class QTableView;

namespace simiao::ui {
class LabelRow;
class StateView;
} // namespace simiao::ui

namespace simiao::viewer {

/// Looks for a patient's studies in the archives and chooses those to bring. It asks at once for the number of the patient whose
/// visit is open; Enter asks again, Down goes into the list, Enter there brings the study and leaves the window open.
class ArchiveDialog : public QDialog
{
    Q_OBJECT
    Q_PROPERTY(QString text READ text)

public:
    /// \param search  not owned
    ArchiveDialog(ArchiveSearch *search, const administration::Patient &patient, QWidget *parent = nullptr);

    /// What it says in words.
    QString text() const;

Q_SIGNALS:
    void chosen(const simiao::workflow::ArchivedStudy &study);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void retranslate();
    void ask();
    void follow();
    void bring();
    ui::ViewState state() const;

    ArchiveSearch *m_search;
    ArchiveTable *m_model;
    QComboBox *m_archive;
    QLineEdit *m_number;
    QLineEdit *m_name;
    QLineEdit *m_modality;
    QList<ui::LabelRow *> m_rows;
    QTableView *m_table;
    ui::StateView *m_state;
    QPushButton *m_ask;
    QPushButton *m_stop;
    QPushButton *m_bring;
    QPushButton *m_close;
};

} // namespace simiao::viewer
