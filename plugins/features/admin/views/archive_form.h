#pragma once

#include "admin/models/archive_work.h"

#include <QWidget>

class QComboBox;

namespace simiao::ui {
class LabelRow;
class PanelHeader;
class StateView;
} // namespace simiao::ui

namespace simiao::admin {

class FieldChain;

/// What the open connection is set up with; its kind says which fields there are. Enter moves on and passes the end, Escape steps
/// back.
class ArchiveForm : public QWidget
{
    Q_OBJECT

public:
    explicit ArchiveForm(ArchiveWork *work, QWidget *parent = nullptr);

    void enter();
    /// … where what is wrong is mended.
    void enterFault();
    void retranslate();

Q_SIGNALS:
    void passedStart();
    void passedEnd();

private:
    QWidget *makeField(const QString &field);
    void layOut();
    void follow();
    void show(const workflow::ArchiveEntry &entry);
    QString titleOf(const workflow::ArchiveEntry &entry) const;

    ArchiveWork *m_work;
    ui::PanelHeader *m_header;
    QComboBox *m_kind;
    QStringList m_names; ///< of the fields below, each once for all kinds
    QWidgetList m_fields;
    ui::LabelRow *m_kindRow;
    QList<ui::LabelRow *> m_rows;
    ui::StateView *m_state = nullptr;
    FieldChain *m_chain = nullptr;
    bool m_isShowing = false; ///< what changes is no entry
};

} // namespace simiao::admin
