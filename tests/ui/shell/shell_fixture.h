#pragma once

#include "core/rng.h"
#include "security/password_hash.h"
#include "shell/display_windows.h"
#include "shell/interface_language.h"
#include "shell/main_window.h"
#include "shell/session_gate.h"
#include "shell/shell_actions.h"
#include "shell/shell_memory.h"
#include "support/memory_store.h"
#include "support/patience.h"
#include "support/world.h"

#include <QTemporaryDir>

namespace simiao::test {

/// Opens one desk to everybody, and grants what is not refused.
class DeskPolicy : public workflow::AccessPolicy
{
public:
    bool isGranted(const QStringList &, const QString &act) const override { return !refused.contains(act); }
    QStringList desksOf(const QStringList &) const override { return desks; }
    QStringList rolesFor(const QString &) const override { return {}; }

    QStringList desks{QStringLiteral("consult")};
    QStringList refused;
};

/// A window over a small hospital in memory, without any plugin: what a person sees of the shell itself.
class ShellFixture
{
public:
    static inline const QString kPassword = QStringLiteral("right horse");

    ShellFixture()
    {
        giveVerifier();
        m_world.context.policy = policy;
        m_workstation.context = m_world.context;
        m_workstation.login = {store,
                               m_world.clock,
                               std::make_shared<SeededRng>(11),
                               std::make_shared<security::LoginThrottle>(),
                               {},
                               QStringLiteral("MAIN"),
                               QStringLiteral("test-1")};
        m_workstation.disk = systemDisk();
        m_workstation.reference = &m_reference;
        m_workstation.plugins = &m_plugins;
        m_workstation.backendName = QStringLiteral("memory");
        m_workstation.draftFolder = m_folder.filePath(QStringLiteral("drafts"));
        m_workstation.displays = &displays;
        new shell::SessionGate({m_workstation, language, memory, actions}, &window, &window);
        window.show();
    }

    /// The child of the window with this name.
    template <typename T>
    T *find(const char *name) const
    {
        return window.findChild<T *>(QString::fromLatin1(name));
    }

    /// What the sessions share; to be changed before somebody logs in.
    shell::Workstation &workstation() { return m_workstation; }
    FakeClock &clock() { return *m_world.clock; }
    /// A setting of the catalogue with this value for everybody.
    void setStandard(const QString &key, const QString &value)
    {
        m_reference.settings.push_back(
            {key, {}, workflow::SettingRule::Type::Text, {}, 0, 100, value, {}, true});
    }

    /// Another physician with the same password.
    void addColleague(const QString &loginName)
    {
        auto account = m_world.physician;
        account.id = m_world.context.newId<security::Account>();
        account.loginName = loginName;
        account.passwordHash = *security::hashPassword(kPassword);
        account.passwordChangedAt = m_world.clock->now();
        auto work = m_world.context.begin(m_world.context.newCommand(), QStringLiteral("test.seed"));
        work.insert(account);
        const auto stored = QCoro::waitFor(store->commit(std::move(work)));
        if (!stored)
            qFatal("%s", qPrintable(stored.error().code));
    }

    std::shared_ptr<MemoryStore> store = std::make_shared<MemoryStore>();
    std::shared_ptr<DeskPolicy> policy = std::make_shared<DeskPolicy>();
    shell::ShellMemory memory{systemDisk(), {}};
    shell::InterfaceLanguage language{QString()};
    shell::ShellActions actions{&language};
    /// One display that cannot be drawn.
    shell::DisplayWindows displays{{{QStringLiteral("waiting-room"), {}, {}}},
                                   [](const shell::DisplayEntry &) {
                                       return Error{ErrorKind::Unavailable, QStringLiteral("display.view")};
                                   },
                                   memory,
                                   &language};

private:
    void giveVerifier()
    {
        auto account = m_world.physician;
        account.version = 1; // as it was inserted
        account.passwordHash = *security::hashPassword(kPassword);
        account.passwordChangedAt = m_world.clock->now();
        auto work = m_world.context.begin(m_world.context.newCommand(), QStringLiteral("test.seed"));
        work.update(account);
        auto storing = store->commit(std::move(work));
        const auto stored = QCoro::waitFor(storing);
        if (!stored)
            qFatal("%s", qPrintable(stored.error().code));
    }

    QTemporaryDir m_folder;
    World m_world = aWorld(store);
    workflow::ReferenceData m_reference;
    host::PluginHost m_plugins{{},
                               host::PluginGuard(systemDisk(), m_folder.filePath(QStringLiteral("guard")))};
    shell::Workstation m_workstation;

public:
    shell::MainWindow window{memory}; ///< goes first
};

} // namespace simiao::test
