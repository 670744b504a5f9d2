#pragma once

#include "admin/models/device_table_model.h"
#include "sdk/known_state.h"

namespace simiao::admin {

/// What all desks use, and the line the person looks at.
class DeviceList : public QObject
{
    Q_OBJECT

public:
    explicit DeviceList(sdk::Desk *desk, QObject *parent = nullptr);

    DeviceTableModel *table() const { return m_table; }
    const ui::ViewState &state() const { return m_state->state(); }
    const std::optional<DeviceLine> &current() const { return m_current; }
    QString ownDesk() const { return m_desk->context().session.workstation; }
    /// The line of this desk and use as it was read last.
    std::optional<DeviceLine> line(const QString &workstation, administration::DeviceRole role) const;

    void choose(int row);
    /// As it was just stored; its line becomes the current one.
    void adopt(const administration::DeskDevice &device);
    void reload();
    void retranslate();

Q_SIGNALS:
    /// Rows are about to move: what becomes current until listChanged is nobody's choice.
    void listAboutToChange();
    void listChanged();
    /// Somebody chose a line.
    void chosen();

private:
    void take(const Result<std::vector<administration::DeskDevice>> &devices);
    void show();

    sdk::Desk *m_desk;
    DeviceTableModel *m_table;
    std::vector<administration::DeskDevice> m_devices;
    std::optional<DeviceLine> m_current;
    sdk::KnownState *m_state;
};

} // namespace simiao::admin
