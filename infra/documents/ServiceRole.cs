using Npgsql;

namespace R2P.Documents;

/// <summary>The login of the service could read what row-level security hides, or can't read at all.</summary>
public sealed class ServiceRoleException(string message) : Exception(message);

/// <summary>Row-level security is a wall only for a login that neither owns the tables nor stands above it.</summary>
internal static class ServiceRole
{
    private const string Facts =
        """
        select current_user, r.rolsuper, r.rolbypassrls,
            exists (select from pg_roles g where g.rolname = 'r2p_service')
                and pg_has_role(current_user, (select g.oid from pg_roles g where g.rolname = 'r2p_service'), 'usage'),
            exists (select from pg_class c where c.relnamespace = (select n.oid from pg_namespace n where n.nspname = 'r2p')
                and pg_has_role(current_user, c.relowner, 'member'))
        from pg_roles r where r.rolname = current_user
        """;

    /// <summary>Refuses a login for which row-level security is no wall.</summary>
    /// <exception cref="ServiceRoleException">The login is too strong, or not a member of r2p_service.</exception>
    public static async Task CheckAsync(NpgsqlDataSource service, CancellationToken cancellationToken)
    {
        await using var command = service.CreateCommand(Facts);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var login = reader.GetString(0);
        if (reader.GetBoolean(1) || reader.GetBoolean(2))
        {
            throw new ServiceRoleException(
                $"The service's database login \"{login}\" is a superuser or has BYPASSRLS, so nothing would be hidden from "
                + "it. Give the service a login of its own: create role r2p_app login password '…' in role r2p_service.");
        }

        if (!reader.IsDBNull(4) && reader.GetBoolean(4))
        {
            throw new ServiceRoleException(
                $"The service's database login \"{login}\" owns the tables, so nothing would be hidden from it. Give the "
                + "service a login of its own: create role r2p_app login password '…' in role r2p_service.");
        }

        if (!reader.GetBoolean(3))
        {
            throw new ServiceRoleException(
                $"The service's database login \"{login}\" is not a member of r2p_service. Run: grant r2p_service to \"{login}\".");
        }
    }
}
