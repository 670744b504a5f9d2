#include "workflow/exchange/read_staff.h"

#include "core/try.h"
#include "domain/security/login_name.h"
#include "workflow/exchange/row_keys.h"

namespace simiao::workflow {

using namespace Qt::StringLiterals;
using administration::Organization;
using security::Account;

namespace {

class StaffReader
{
public:
    explicit StaffReader(const KnownStaff &known)
        : m_accounts(byKey(known.accounts, &Account::loginName))
        , m_departments(byKey(known.departments, &Organization::code))
        , m_roles(known.roles)
    {
    }

    Result<Account> read(const CsvRecord &record)
    {
        TRY(const auto login, loginOf(record));
        TRY_VOID(m_seen.add(login, record));
        TRY(auto account, newAccount(record));
        if (const auto *before = at(m_accounts, login))
            account = *before;
        account.loginName = login;
        TRY(account.name, record.required(u"name"_s));
        account.nameEn = record.text(u"name_en"_s);
        account.title = record.text(u"title"_s);
        return account;
    }

private:
    static Result<QString> loginOf(const CsvRecord &record)
    {
        const QString login = record.text(u"login"_s).toLower();
        if (security::isLoginName(login))
            return login;
        return Error{ErrorKind::Invalid, u"account.login-name"_s, login};
    }

    /// What only a new account takes from the file. It is looked at for the others too: a wrong row is wrong.
    Result<Account> newAccount(const CsvRecord &record) const
    {
        Account account;
        TRY(account.roles, rolesOf(record));
        TRY(account.department, departmentOf(record));
        return account;
    }

    Result<std::vector<QString>> rolesOf(const CsvRecord &record) const
    {
        QStringList roles = record.list(u"roles"_s);
        roles.removeDuplicates();
        if (roles.isEmpty())
            return Error{ErrorKind::Invalid, u"import.missing"_s, u"roles"_s};
        for (const auto &role : std::as_const(roles)) {
            if (!m_roles.contains(role))
                return record.wrong(u"unknown"_s, u"roles"_s);
        }
        return std::vector<QString>(roles.begin(), roles.end());
    }

    Result<std::optional<Id<Organization>>> departmentOf(const CsvRecord &record) const
    {
        const QString code = record.text(u"department"_s);
        if (code.isEmpty())
            return std::optional<Id<Organization>>();
        const auto *department = at(m_departments, code);
        return department ? Result(std::optional(department->id))
                          : record.wrong(u"unknown"_s, u"department"_s);
    }

    std::map<QString, const Account *> m_accounts;
    std::map<QString, const Organization *> m_departments;
    QStringList m_roles;
    SeenKeys m_seen;
};

} // namespace

QStringList staffColumns()
{
    return {u"login"_s, u"name"_s, u"name_en"_s, u"title"_s, u"roles"_s, u"department"_s};
}

Reading<Account> readStaff(const CsvTable &table, const KnownStaff &known, const ImportWatch &watch)
{
    StaffReader reader(known);
    return readRows<Account>(table, [&](const CsvRecord &record) { return reader.read(record); }, watch);
}

Result<void> checkFirstPassword(const CsvTable &table,
                                const QString &password,
                                const security::PasswordRules &rules)
{
    for (const auto &row : table.rows) {
        TRY_VOID(rules.check(password, table.field(row, u"login"_s).toLower()));
    }
    return ok();
}

} // namespace simiao::workflow
