#pragma once

#include "admin/models/setting_line.h"
#include "sdk/desk.h"
#include "ui/models/table_model.h"

namespace simiao::admin {

/// Settings: title, the hospital's choice, the department's, what counts. Cells of levels that may choose are editable;
/// what is chosen there is announced and stands in the table once it is stored. Roles of ui::TableDelegate.
class SettingTableModel : public ui::TableModel<SettingLine>
{
    Q_OBJECT

public:
    enum Column { Title, Hospital, Department, Effective, ColumnCount };

    explicit SettingTableModel(const sdk::Desk *desk, QObject *parent = nullptr);

    /// The value in words: "yes", "10", "modern".
    QString shown(const SettingLine &line, const QString &value) const;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    /// \param value  the chosen value as text; empty: as the level above says
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void chosen(simiao::administration::SettingLevel level, const QString &key, const QString &value);

private:
    QString heading(int column) const override;
    static QString choiceWord(const QString &code);
    bool mayChoose(const SettingLine &line, int column) const;
    QString text(const SettingLine &line, int column) const;
    QString choiceText(const SettingLine &line, int column) const;
    QString source(const SettingLine &line) const;

    const sdk::Desk *m_desk;
};

} // namespace simiao::admin
