#!/usr/bin/env python3
"""Adds a delivery up by district, year, sex and age with a program that others would use.

Usage: delivery_peers.py duckdb|polars DELIVERY MEMBERS OUT

DELIVERY is grunnkrets;aar;kjonn;alder;antall, MEMBERS is grunnkrets;district. The sums go to OUT as
district;year;sex;age;count; rows of no district have the district 'elsewhere'.
"""

import sys


def with_duckdb(delivery, members, out):
    import duckdb

    connection = duckdb.connect()
    connection.execute(
        f"""
        copy (
            select coalesce(district, 'elsewhere') as district, aar as year, kjonn as sex, alder as age,
                   sum(antall) as count
            from read_csv('{delivery}', delim = ';', header = true, columns = {{
                     'grunnkrets': 'VARCHAR', 'aar': 'SMALLINT', 'kjonn': 'TINYINT', 'alder': 'SMALLINT',
                     'antall': 'INTEGER'}})
            left join read_csv('{members}', delim = ';', header = true, all_varchar = true) using (grunnkrets)
            group by all
        ) to '{out}' (delimiter ';', header true)
        """
    )


def with_polars(delivery, members, out):
    import polars

    schema = {
        "grunnkrets": polars.String, "aar": polars.Int16, "kjonn": polars.Int8, "alder": polars.Int16,
        "antall": polars.Int32,
    }
    units = polars.scan_csv(members, separator=";", infer_schema=False)
    (
        polars.scan_csv(delivery, separator=";", schema=schema)
        .join(units, on="grunnkrets", how="left")
        .group_by(
            polars.col("district").fill_null("elsewhere"), polars.col("aar").alias("year"),
            polars.col("kjonn").alias("sex"), polars.col("alder").alias("age"))
        .agg(polars.col("antall").sum().alias("count"))
        .collect(engine="streaming")
        .write_csv(out, separator=";")
    )


if __name__ == "__main__":
    if len(sys.argv) != 5 or sys.argv[1] not in ("duckdb", "polars"):
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    {"duckdb": with_duckdb, "polars": with_polars}[sys.argv[1]](*sys.argv[2:])
