#pragma once

#include "workflow/ports/store.h"

namespace simiao::test {

/// A store that stops to answer when it is told to: everything is refused with `failure` while there is one.
class InterruptedStore : public workflow::Store
{
public:
    explicit InterruptedStore(std::shared_ptr<workflow::Store> store)
        : m_store(std::move(store))
    {
    }

    std::optional<Error> failure;

    Task<Result<workflow::Receipt>> commit(workflow::UnitOfWork work) override
    {
        return failure ? refused<workflow::Receipt>(*failure) : m_store->commit(std::move(work));
    }
    Task<Result<std::optional<workflow::Receipt>>> receiptOf(Uuid command) override
    {
        return failure ? refused<std::optional<workflow::Receipt>>(*failure) : m_store->receiptOf(command);
    }
    Task<Result<void>> ask(std::vector<workflow::Question> questions) override
    {
        return failure ? refused<void>(*failure) : m_store->ask(std::move(questions));
    }
    workflow::ChangeFeed *changes() override { return m_store->changes(); }
    void close() override {}

private:
    template <typename T>
    static Task<Result<T>> refused(Error error)
    {
        co_return error;
    }

    std::shared_ptr<workflow::Store> m_store;
};

} // namespace simiao::test
