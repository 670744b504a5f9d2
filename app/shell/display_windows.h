#pragma once

#include "core/result.h"
#include "domain/base/local_text.h"
#include "sdk/profile_kind.h"

#include <QAction>
#include <QObject>
#include <QWindow>

#include <functional>
#include <memory>
#include <vector>

class QMenu;

namespace simiao::host {
class PluginHost;
}

namespace simiao::shell {

class CommandRegistry;
class InterfaceLanguage;
class ShellMemory;

/// A window that hangs on a wall or stands on a counter, offered by a plugin.
struct DisplayEntry
{
    QString name;      ///< as `--display` asks for it: waiting-room
    LocalText title;   ///< of the action that opens it
    QString component; ///< what makes it

    bool operator==(const DisplayEntry &) const = default;
};

/// What the plugins offer at `display.window`. They belong to no session, so the roles of an extension do not count.
std::vector<DisplayEntry> displaysOf(const host::PluginHost &plugins);

/// The windows beside the workplace, one of each kind. On the second screen they fill it; Esc gives it back, F11 takes it
/// again, and closing one ends nothing but itself.
class DisplayWindows : public QObject
{
    Q_OBJECT

public:
    using WindowMaker = std::function<Result<std::unique_ptr<QWindow>>(const DisplayEntry &display)>;

    /// \param memory, language  outlive the windows
    DisplayWindows(std::vector<DisplayEntry> displays,
                   WindowMaker make,
                   ShellMemory &memory,
                   const InterfaceLanguage *language,
                   QObject *parent = nullptr);
    ~DisplayWindows() override;

    /// What windows opened from now on are marked with.
    void setProfileKind(sdk::ProfileKind kind) { m_kind = kind; }

    /// Opens the display, or raises the window that is open. NotFound `display.unknown`; else what its maker says.
    Result<void> open(const QString &name);
    /// Null while it is not open.
    QWindow *window(const QString &name) const;

    /// Makes the actions known as shell.display.<name>.
    void offer(CommandRegistry *commands, QWidget *window) const;
    void fill(QMenu *menu) const;

Q_SIGNALS:
    /// An action could not open its display.
    void failed(const simiao::Error &error);
    void opened(const QString &name);
    /// Somebody closed it.
    void closed(const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Place
    {
        DisplayEntry display;
        QAction *action = nullptr;
        std::unique_ptr<QWindow> window = {};
    };

    void addPlace(DisplayEntry display);
    void translate();
    void show(const Place &place);
    void mark(QWindow *window) const;
    bool pressKey(QWindow *window, int key) const;
    void remember(const Place &place);
    void drop(Place &place);

    WindowMaker m_make;
    ShellMemory &m_memory;
    const InterfaceLanguage *m_language;
    sdk::ProfileKind m_kind = sdk::ProfileKind::Real;
    std::vector<Place> m_places;
};

} // namespace simiao::shell
